// From text to a color of the screen: whatever CSS Color 4 has (css_notation.hpp), the hex forms
// (hex.hpp) and the names (css_names.hpp) among it; and as people paste it, with blanks, quotes or
// 0x around it, a comma or a semicolon behind, or as three bare numbers. What sRGB cannot show is
// mapped into it (gamut.hpp).
//
// parse() is for whoever only passes a refusal on; read() is for whoever shows the fault in place,
// with a caret under it.
#pragma once

#include "base/result.hpp"
#include "color/color.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace palette::color {

struct ParseFault {
    // The byte of the text at which it stops being a color; the text's size when it ends too soon.
    std::size_t offset = 0;
    std::string expected;  // at the offset, such as "a hex digit"
    // The CSS name that was probably meant; lives as long as the program.
    std::optional<std::string_view> nearest;
};

[[nodiscard]] tl::expected<Color, ParseFault> read(std::string_view text);

// Hex forms and names alone, with nothing around them.
[[nodiscard]] tl::expected<Color, ParseFault> read_word(std::string_view text);

// The same; the refusal (invalid_argument) quotes the beginning of the text as it came, counts
// characters from 1, says what was expected, and hints at the nearest name.
[[nodiscard]] Result<Color> parse(std::string_view text);

}  // namespace palette::color
