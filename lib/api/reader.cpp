// The only file that sees simdjson: from its tape straight into the structs.
#include "api/reader.hpp"

#include <simdjson.h>

#include <bitset>
#include <cmath>
#include <optional>

namespace palette::api {

namespace {

using simdjson::dom::element;

// The path to a value, kept as links on the stack: it costs nothing until there is a fault.
struct Place {
    const Place* parent = nullptr;
    std::string_view name{};
    std::size_t index = 0;

    [[nodiscard]] std::string text() const {
        if (parent == nullptr) return {};
        std::string path = parent->text();
        if (name.data() == nullptr) return path + "[" + std::to_string(index) + "]";
        if (!path.empty()) path += ".";
        return path + std::string(name);
    }
};

struct Reading {
    Unknown unknown;
    Faults& faults;
};

void read_value(const Shape& shape, void* value, element json, const Place& place,
                Reading& reading);

std::string got(const Shape& shape, element json) {
    if (shape.secret) return "something else";
    switch (json.type()) {
        case simdjson::dom::element_type::STRING:
            return shown(json.get_string().value());
        case simdjson::dom::element_type::ARRAY:
            return "an array";
        case simdjson::dom::element_type::OBJECT:
            return "an object";
        case simdjson::dom::element_type::INT64:
        case simdjson::dom::element_type::UINT64:
        case simdjson::dom::element_type::DOUBLE:
        case simdjson::dom::element_type::BOOL:
        case simdjson::dom::element_type::NULL_VALUE:
            return simdjson::to_string(json);
    }
    return "something else";
}

void mismatch(const Shape& shape, element json, const Place& place, Reading& reading) {
    reading.faults.add(place.text(), "expected " + expected(shape) + ", got " + got(shape, json));
}

// simdjson takes escapes away that keep a terminal safe.
std::string text_of(element json) {
    return terminal_safe(simdjson::to_string(json));
}

// None for what is no number of at most two decimals. Doubles hold those exactly enough, up to
// 10^13: that they are written with two decimals again gives the same.
std::optional<std::int64_t> hundredths_in(element json) {
    constexpr double greatest = 1e15;
    constexpr double close = 1e-3;
    double number = 0;
    if (json.get_double().get(number) != simdjson::SUCCESS) return std::nullopt;
    const double hundredths = number * static_cast<double>(hundredths_in_one);
    const double whole = std::round(hundredths);
    if (!(std::abs(whole) <= greatest) || std::abs(hundredths - whole) > close) return std::nullopt;
    return static_cast<std::int64_t>(whole);
}

bool set_leaf(const Shape& shape, void* value, element json) {
    switch (shape.kind) {
        case Kind::text:
        case Kind::choice: {
            std::string_view text;
            return json.get_string().get(text) == simdjson::SUCCESS && shape.set_text(value, text);
        }
        case Kind::whole: {
            std::int64_t number = 0;
            return json.get_int64().get(number) == simdjson::SUCCESS &&
                   shape.set_whole(value, number);
        }
        case Kind::decimal: {
            const auto number = hundredths_in(json);
            return number && shape.set_whole(value, *number);
        }
        case Kind::flag: {
            bool flag = false;
            return json.get_bool().get(flag) == simdjson::SUCCESS && shape.set_flag(value, flag);
        }
        case Kind::json:
            return shape.set_text != nullptr && shape.set_text(value, text_of(json));
        case Kind::list:
        case Kind::object:
        case Kind::later:
            return true;
    }
    return false;
}

void read_list(const Shape& shape, void* list, element json, const Place& place, Reading& reading) {
    simdjson::dom::array elements;
    if (json.get_array().get(elements) != simdjson::SUCCESS) {
        return mismatch(shape, json, place, reading);
    }
    const auto most = static_cast<std::size_t>(shape.most);
    std::size_t count = 0;
    for (const element one : elements) {
        const Place here{&place, {}, count};
        if (count++ < most) read_value(*shape.element, shape.grow(list), one, here, reading);
    }
    if (count > most || count < static_cast<std::size_t>(shape.fewest)) {
        reading.faults.add(place.text(), "expected " + std::to_string(shape.fewest) + " to " +
                                             std::to_string(shape.most) + " elements, got " +
                                             std::to_string(count));
    }
}

void note_missing(const Shape& shape, const std::bitset<most_members>& present, const Place& place,
                  Reading& reading) {
    for (std::size_t i = 0; i < shape.members.size(); ++i) {
        const Member& member = shape.members[i];
        if (!member.required || present.test(i)) continue;
        const Place here{&place, member.name, 0};
        reading.faults.add(here.text(), "missing: " + expected(*member.shape));
    }
}

void read_object(const Shape& shape, void* object, element json, const Place& place,
                 Reading& reading) {
    simdjson::dom::object fields;
    if (json.get_object().get(fields) != simdjson::SUCCESS) {
        return mismatch(shape, json, place, reading);
    }
    std::bitset<most_members> seen;
    std::bitset<most_members> present;
    for (const auto& [name, value] : fields) {
        const Member* member = find_member(shape, name);
        const Place here{&place, name, 0};
        if (member == nullptr) {
            if (reading.unknown == Unknown::refused) {
                reading.faults.add(place.text(), "unknown member " + shown(name));
            }
            continue;
        }
        const auto index = static_cast<std::size_t>(member - shape.members.data());
        if (seen.test(index)) {
            reading.faults.add(here.text(), "given more than once");
            continue;
        }
        seen.set(index);
        if (value.is_null() && member->shape->kind != Kind::json) continue;  // the same as missing
        present.set(index);
        read_value(*member->shape, member->place(object), value, here, reading);
    }
    note_missing(shape, present, place, reading);
}

void read_value(const Shape& shape, void* value, element json, const Place& place,
                Reading& reading) {
    if (shape.kind == Kind::object) return read_object(shape, value, json, place, reading);
    if (shape.kind == Kind::list) return read_list(shape, value, json, place, reading);
    if (!set_leaf(shape, value, json)) mismatch(shape, json, place, reading);
}

}  // namespace

struct Document::Parser {
    // The constructor sets the limit: simdjson 3.0's set_max_capacity takes the lesser of the two.
    explicit Parser(std::size_t most_bytes) : parser(most_bytes + simdjson::SIMDJSON_PADDING) {}

    simdjson::dom::parser parser;
    element root{};
    bool valid = false;
};

Document::Document(std::size_t most_bytes)
    : parser_(std::make_unique<Parser>(most_bytes)), most_bytes_(most_bytes) {}

Document::~Document() = default;

bool Document::parse(std::string_view bytes) {
    parser_->valid = false;
    if (bytes.size() > most_bytes_) return false;
    // simdjson reads past the end of what it is given, so it takes a padded copy.
    const auto parsed = parser_->parser.parse(bytes.data(), bytes.size(), true);
    parser_->valid = parsed.get(parser_->root) == simdjson::SUCCESS;
    return parser_->valid;
}

void Document::read_into(const Shape& shape, void* object, Unknown unknown, Faults& faults) const {
    if (!parser_->valid) return faults.add("", "this is not JSON");
    Reading reading{unknown, faults};
    read_value(shape, object, parser_->root, Place{}, reading);
}

void Document::read_member_into(std::string_view name, const Shape& shape, void* object,
                                Unknown unknown, Faults& faults) const {
    Reading reading{unknown, faults};
    element value;
    if (!parser_->valid || parser_->root.at_key(name).get(value) != simdjson::SUCCESS ||
        value.is_null()) {
        return note_missing(shape, {}, Place{}, reading);
    }
    read_value(shape, object, value, Place{}, reading);
}

std::string Document::text_at(std::string_view name) const {
    element value;
    if (!parser_->valid || parser_->root.at_key(name).get(value) != simdjson::SUCCESS) {
        return "null";
    }
    return text_of(value);
}

}  // namespace palette::api
