#include "cli/command_line/values.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace palette {

namespace {

using std::chrono::milliseconds;

struct Unit {
    std::string_view name;
    milliseconds length;
};

// From the longest: the first that divides a length writes it.
constexpr std::array units{
    Unit{"d", std::chrono::hours(24)},  Unit{"h", std::chrono::hours(1)},
    Unit{"m", std::chrono::minutes(1)}, Unit{"s", std::chrono::seconds(1)},
    Unit{"ms", milliseconds(1)},
};

// A century: far more than any log holds, and far from overflow.
constexpr milliseconds longest = std::chrono::hours(24) * 36'525;

constexpr std::string_view start_word = "start";

struct Number {
    std::int64_t value;
    std::string_view rest;
};

std::optional<Number> leading_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || value < 0) return std::nullopt;
    return Number{value, text.substr(static_cast<std::size_t>(end - text.data()))};
}

std::string text_of(const cli::Duration& duration) {
    for (const Unit& unit : units) {
        if (duration.length.count() == 0 || duration.length % unit.length != milliseconds(0))
            continue;
        return std::to_string(duration.length / unit.length) + std::string(unit.name);
    }
    return "0s";
}

}  // namespace

bool api::Scalar<cli::Duration>::set(cli::Duration& value, std::string_view text) {
    const auto number = leading_number(text);
    if (!number) return false;
    for (const Unit& unit : units) {
        if (unit.name != number->rest) continue;
        if (number->value > longest / unit.length) return false;
        value.length = number->value * unit.length;
        return true;
    }
    return false;
}

void api::Scalar<cli::Duration>::append(const cli::Duration& value, std::string& json) {
    append_quoted(json, text_of(value));
}

bool api::Scalar<cli::WriteKey>::set(cli::WriteKey& value, std::string_view text) {
    return Scalar<Uuid>::set(value.id, text) && made_at(value.id).has_value();
}

void api::Scalar<cli::WriteKey>::append(const cli::WriteKey& value, std::string& json) {
    Scalar<Uuid>::append(value.id, json);
}

bool api::Scalar<cli::Since>::set(cli::Since& value, std::string_view text) {
    if (text == start_word) {
        value.place = cli::LogStart{};
        return true;
    }
    const auto number = leading_number(text);
    if (!number) return false;
    if (number->rest.empty()) {
        value.place = api::Offset::clamped(static_cast<std::uint64_t>(number->value));
        return true;
    }
    cli::Duration ago;
    if (!Scalar<cli::Duration>::set(ago, text)) return false;
    value.place = ago;
    return true;
}

void api::Scalar<cli::Since>::append(const cli::Since& value, std::string& json) {
    if (const auto* offset = std::get_if<api::Offset>(&value.place)) {
        append_quoted(json, std::to_string(offset->number()));
    } else if (const auto* ago = std::get_if<cli::Duration>(&value.place)) {
        append_quoted(json, text_of(*ago));
    } else {
        append_quoted(json, start_word);
    }
}

}  // namespace palette
