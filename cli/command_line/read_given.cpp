#include "cli/command_line/read_given.hpp"

#include "api/decimal.hpp"
#include "api/faults.hpp"
#include "base/nearest_word.hpp"
#include "base/whole_number.hpp"
#include "cli/command_line/command.hpp"

#include <algorithm>
#include <optional>

namespace palette::cli {

namespace {

using api::Kind;
using api::Shape;

tl::unexpected<Error> mismatch(const Given& given, const Shape& shape, std::string_view value) {
    const std::string got = shape.secret ? "something else" : api::shown(value);
    return refuse(ErrorKind::invalid_argument, given.member->name,
                  given.label + ": expected " + api::expected(shape) + ", got " + got,
                  shape.secret ? std::string() : did_you_mean(nearest_word(value, shape.choices)));
}

// "4.5" as 450. None for what is no number of at most two decimals.
std::optional<std::int64_t> hundredths_in(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    const auto dot = text.find('.');
    const auto units = whole_number<std::uint32_t>(text.substr(0, dot));
    if (!units) return std::nullopt;
    std::int64_t hundredths = *units * api::hundredths_in_one;
    if (dot != std::string_view::npos) {
        const std::string_view decimals = text.substr(dot + 1);
        const auto number = whole_number<std::uint32_t>(decimals);
        if (!number || decimals.size() > 2) return std::nullopt;
        hundredths += *number * (decimals.size() == 1 ? 10 : 1);
    }
    return is_negative ? -hundredths : hundredths;
}

bool set(const Shape& shape, void* value, std::string_view text) {
    switch (shape.kind) {
        case Kind::text:
        case Kind::choice:
        case Kind::json:
            return shape.set_text(value, text);
        case Kind::whole: {
            const auto number = whole_number<std::int64_t>(text);
            return number && shape.set_whole(value, *number);
        }
        case Kind::decimal: {
            const auto number = hundredths_in(text);
            return number && shape.set_whole(value, *number);
        }
        case Kind::flag:
            return shape.set_flag(value, true);
        case Kind::list:
        case Kind::object:
        case Kind::later:
            return false;
    }
    return false;
}

Result<void> read_list(const Given& given, void* list) {
    const Shape& shape = *given.member->shape;
    if (given.values.size() > static_cast<std::size_t>(shape.most)) {
        return refuse(ErrorKind::invalid_argument, given.member->name,
                      given.label + ": at most " + std::to_string(shape.most) + ", got " +
                          std::to_string(given.values.size()));
    }
    for (const std::string& value : given.values) {
        if (!set(*shape.element, shape.grow(list), value))
            return mismatch(given, *shape.element, value);
    }
    return {};
}

Result<void> read_one(const Given& given, void* object) {
    const Shape& shape = *given.member->shape;
    if (shape.kind == Kind::list) return read_list(given, given.member->place(object));
    if (given.values.size() > 1 && shape.kind != Kind::flag) {
        return refuse(ErrorKind::invalid_argument, given.member->name,
                      given.label + ": given more than once");
    }
    const std::string& value = given.values.front();
    if (!set(shape, given.member->place(object), value)) return mismatch(given, shape, value);
    return {};
}

tl::unexpected<Error> missing(const Given& given, const Command& command) {
    const api::Member& member = *given.member;
    if (member.name == command.positional.front() && !command.when_missing.empty()) {
        return refuse(ErrorKind::invalid_argument, member.name, std::string(command.when_missing));
    }
    return refuse(ErrorKind::invalid_argument, member.name,
                  given.label + " is missing: expected " + std::string(member.shape->meaning),
                  "palettectl " + std::string(command.path) + " --help");
}

}  // namespace

Result<void> read_given(std::span<const Given> given, const Command& command, void* object) {
    for (const Given& one : given) {
        if (one.values.empty()) {
            if (one.member->required) return missing(one, command);
            continue;
        }
        auto read = read_one(one, object);
        if (!read) return read;
    }
    return {};
}

}  // namespace palette::cli
