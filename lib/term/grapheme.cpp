#include "term/grapheme.hpp"

#include "base/check.hpp"
#include "term/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace palette::term {

namespace {

constexpr char32_t emoji_presentation = 0xFE0F;
constexpr std::size_t emoji_columns = 2;

constexpr bool is_regional_indicator(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

std::size_t columns_of(char32_t c) {
    return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)));
}

// How wide a grapheme gets by the code point `c` that follows `last` in it.
std::size_t columns_with(char32_t last, char32_t c) {
    if (c == emoji_presentation) return emoji_columns;
    if (is_regional_indicator(last) && is_regional_indicator(c)) return emoji_columns;
    return columns_of(c);
}

}  // namespace

Grapheme first_grapheme(std::string_view text) {
    CHECK_INVARIANT(!text.empty());
    auto point = first_code_point(text);
    if (!point) return {text.substr(0, 1), 1};
    std::size_t bytes = point->bytes;
    std::size_t columns = columns_of(point->value);
    utf8proc_int32_t state = 0;
    while (const auto next = first_code_point(text.substr(bytes))) {
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(point->value),
                                             static_cast<utf8proc_int32_t>(next->value), &state)) {
            break;
        }
        columns = std::max(columns, columns_with(point->value, next->value));
        bytes += next->bytes;
        point = next;
    }
    return {text.substr(0, bytes), columns};
}

}  // namespace palette::term
