// Files of one palette, and files that are refused.
#pragma once

#include "catch.hpp"
#include "collected.hpp"
#include "color/hex.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace palette::test {

// The only record of a file.
inline formats::Record record_in(std::string_view file) {
    auto found = found_in(file);
    REQUIRE(found.size() == 1);
    INFO((found[0].record ? std::string() : found[0].record.error().message));
    REQUIRE(found[0].record);
    return *std::move(found[0].record);
}

// "3: what" of a file that is refused.
inline std::string refusal_of(std::string_view file) {
    const auto found = found_in(file);
    REQUIRE(found.size() == 1);
    REQUIRE_FALSE(found[0].record);
    return std::to_string(found[0].where.number) + ": " + found[0].record.error().message;
}

inline std::vector<std::string> hexes(const formats::Record& record) {
    std::vector<std::string> all;
    for (const formats::RecordColor& color : record.colors)
        all.push_back(color::to_hex(color.color));
    return all;
}

// "--a #0b3954" of each, with its role behind where it has one.
inline std::vector<std::string> named(const formats::Record& record) {
    std::vector<std::string> all;
    for (const formats::RecordColor& one : record.colors) {
        all.push_back(one.name + " " + color::to_hex(one.color) +
                      (one.role.empty() ? "" : " " + one.role));
    }
    return all;
}

using Texts = std::vector<std::string>;

}  // namespace palette::test
