#include "term/grapheme.hpp"

#include "base/check.hpp"
#include "base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace palette::term {

namespace {

constexpr char32_t emoji_presentation = 0xFE0F;
constexpr std::size_t emoji_columns = 2;

constexpr bool is_regional_indicator(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool breaks_between(char32_t one, char32_t other, utf8proc_int32_t* state) {
    return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(one),
                                            static_cast<utf8proc_int32_t>(other), state);
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
    const auto base = first_code_point(text);
    if (!base) return {text.substr(0, 1), 1};
    GraphemeEdges edges;
    edges.pass(base->value);
    std::size_t bytes = base->bytes;
    std::size_t columns = columns_of(base->value);
    while (true) {
        const auto next = first_code_point(text.substr(bytes));
        if (!next || edges.begins(next->value)) break;
        columns = std::max(columns, columns_with(edges.last(), next->value));
        bytes += next->bytes;
        edges.pass(next->value);
    }
    return {text.substr(0, bytes), columns};
}

bool GraphemeEdges::begins(char32_t c) const {
    if (last_ == 0) return true;
    std::int32_t state = state_;
    return breaks_between(last_, c, &state);
}

void GraphemeEdges::pass(char32_t c) {
    if (last_ != 0) static_cast<void>(breaks_between(last_, c, &state_));
    last_ = c;
}

}  // namespace palette::term
