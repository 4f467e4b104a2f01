// What Unicode 15 says about single code points, as far as safe text asks.
#pragma once

namespace palette::term {

// Controls, private use, unassigned, noncharacters, line and paragraph separators.
[[nodiscard]] bool is_unshowable(char32_t c);
// Default_Ignorable_Code_Point, and format characters but those that are seen, such as the Arabic
// sign of a year.
[[nodiscard]] bool is_invisible(char32_t c);

// General_Category M: sits on the code point before it.
[[nodiscard]] bool is_mark(char32_t c);
// Canonical_Combining_Class 9: joins the consonants of Indic scripts.
[[nodiscard]] bool is_virama(char32_t c);
[[nodiscard]] bool is_arabic_letter(char32_t c);

// Extended_Pictographic, if assigned.
[[nodiscard]] bool is_pictograph(char32_t c);
// Grapheme_Extend and emoji modifiers: what may stand between a pictograph and its joiner.
[[nodiscard]] bool is_extender(char32_t c);

// Variation selectors 15 and 16 choose text or emoji; the others choose forms of ideographs.
[[nodiscard]] bool is_emoji_selector(char32_t c);
[[nodiscard]] bool varies_as_emoji(char32_t base);
[[nodiscard]] bool is_ideograph_selector(char32_t c);
[[nodiscard]] bool varies_as_ideograph(char32_t base);

}  // namespace palette::term
