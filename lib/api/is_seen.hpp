// A name that nobody can see is none.
#pragma once

#include "base/utf8.hpp"

#include <array>
#include <string_view>

namespace palette::api {

// Leaves no mark on paper: controls, white space, Default_Ignorable_Code_Point, the empty braille
// cell. Source: Unicode 15, PropList.txt and DerivedCoreProperties.txt.
constexpr bool is_blank(char32_t code) {
    struct Range {
        char32_t first;
        char32_t last;
    };
    constexpr auto blanks = std::to_array<Range>({
        {0x00, 0x20},       {0x7F, 0xA0},       {0xAD, 0xAD},     {0x34F, 0x34F},
        {0x61C, 0x61C},     {0x115F, 0x1160},   {0x1680, 0x1680}, {0x17B4, 0x17B5},
        {0x180B, 0x180F},   {0x2000, 0x200F},   {0x2028, 0x202F}, {0x205F, 0x206F},
        {0x2800, 0x2800},   {0x3000, 0x3000},   {0x3164, 0x3164}, {0xFE00, 0xFE0F},
        {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
    });
    for (const Range& range : blanks) {
        if (code >= range.first && code <= range.last) return true;
    }
    return false;
}

// Whether there is something to see in a text. A byte that is no UTF-8 would be seen as such.
constexpr bool is_seen(std::string_view text) {
    while (const auto first = first_code_point(text)) {
        if (!is_blank(first->value)) return true;
        text.remove_prefix(first->bytes);
    }
    return !text.empty();
}

}  // namespace palette::api
