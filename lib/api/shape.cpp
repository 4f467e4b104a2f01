#include "api/shape.hpp"

#include "api/scalar.hpp"

#include <limits>

namespace palette::api {

const Member* find_member(const Shape& object, std::string_view name) {
    for (const Member& member : object.members) {
        if (member.name == name) return &member;
    }
    return nullptr;
}

namespace {

std::string expected_number(const Shape& shape) {
    const std::string least = std::to_string(shape.fewest);
    if (shape.most == std::numeric_limits<std::int64_t>::max()) {
        return "a whole number of at least " + least;
    }
    return "a whole number from " + least + " to " + std::to_string(shape.most);
}

std::string expected_decimal(const Shape& shape) {
    std::string text = "a number with at most two decimals from ";
    append_hundredths(text, shape.fewest);
    text += " to ";
    append_hundredths(text, shape.most);
    return text;
}

std::string expected_word(const Shape& shape) {
    std::string words = "one of";
    for (const std::string_view word : shape.choices) {
        words += (word == shape.choices.front() ? " " : ", ") + std::string(word);
    }
    return words;
}

}  // namespace

std::string expected(const Shape& shape) {
    switch (shape.kind) {
        case Kind::whole:
            return expected_number(shape);
        case Kind::decimal:
            return expected_decimal(shape);
        case Kind::choice:
            return expected_word(shape);
        case Kind::list:
            return "an array";
        case Kind::object:
            return "an object";
        case Kind::text:
        case Kind::flag:
        case Kind::json:
        case Kind::later:
            return std::string(shape.meaning);
    }
    return std::string(shape.meaning);
}

}  // namespace palette::api
