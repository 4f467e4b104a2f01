// Shape: what a type looks like on the wire, as a constant that names no C++ type, so that reading,
// writing, documents, usage and tests are plain loops in .cpp files.
//
// Shapes are made by shape_of<V> (describe.hpp) and live for the whole program. The function
// pointers take the address of a V; they touch nothing else and keep nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace palette::api {

enum class Kind : std::uint8_t {
    text,     // a string
    whole,    // an integer within 64 bits
    decimal,  // a number with two decimals, handled as whole hundredths
    flag,     // true or false
    choice,   // a string, one of a few
    list,     // an array
    object,   // an object with members
    json,     // any value, kept as its text
    later,    // any value, read afterwards by a shape of its own
};

struct Shape;

struct Member {
    std::string_view name;
    std::string_view help;
    const Shape* shape = nullptr;
    bool required = false;
    // A std::optional: absent and null mean none. `shape` is that of its value.
    bool optional = false;
    // The member's address; an optional is given a value first if it has none.
    void* (*place)(void* object) = nullptr;
    // The member's address; null for an optional without a value.
    const void* (*peek)(const void* object) = nullptr;
};

struct Shape {
    Kind kind = Kind::json;
    std::string_view name{};     // "Slug"
    std::string_view meaning{};  // "1 to 64 of a-z 0-9 -"
    std::string_view example{};  // as on the wire, quotes left out
    std::int64_t sample = 0;     // an example for numbers (of a decimal: in hundredths)
    // Characters, elements, or the least and the greatest number (of a decimal: in hundredths).
    std::int64_t fewest = 0;
    std::int64_t most = 0;
    std::string_view pattern{};  // regular expression, POSIX and ECMA alike, for documents
    bool secret = false;         // repeated in no fault and no log
    std::span<const std::string_view> choices{};
    const Shape* element = nullptr;
    std::span<const Member> members{};

    // text, json: assigns if the value keeps its rule. choice, whole, flag: likewise.
    bool (*set_text)(void* value, std::string_view text) = nullptr;
    bool (*set_whole)(void* value, std::int64_t number) = nullptr;
    bool (*set_flag)(void* value, bool flag) = nullptr;
    // Leaves only: appends the value as JSON.
    void (*append)(const void* value, std::string& json) = nullptr;
    // list: the address of one element more, blank; how many; the address of one.
    void* (*grow)(void* list) = nullptr;
    std::size_t (*count)(const void* list) = nullptr;
    const void* (*at)(const void* list, std::size_t index) = nullptr;
    // object: calls `use` with a blank one, which is gone afterwards. See with_blank below.
    void (*with_blank)(void (*use)(void* object, void* context), void* context) = nullptr;
};

[[nodiscard]] const Member* find_member(const Shape& object, std::string_view name);

// What a value must be, in words, for faults and usage: "one of public, private".
[[nodiscard]] std::string expected(const Shape& shape);

// Calls use(void*) with a blank object of a shape known only at run time: its optional members have
// their defaults, its required ones wait for the reader. It is gone when `use` returns.
template <class Use>
void with_blank(const Shape& object, Use use) {
    object.with_blank([](void* blank, void* context) { (*static_cast<Use*>(context))(blank); },
                      &use);
}

}  // namespace palette::api
