// From text to a color: whatever CSS Color 4 has (css_notation.hpp), the hex forms
// (hex.hpp) and the names (css_names.hpp) among it; and as people paste it, with blanks, quotes or
// brackets around it, a comma or a semicolon behind, as three bare numbers of 0 to 255, or as a
// number of a program, 0xrrggbb and 0xaarrggbb. What sRGB cannot show is mapped into it
// (gamut.hpp).
#pragma once

#include "base/result.hpp"
#include "color/color.hpp"
#include "color/css_notation.hpp"

#include <string_view>

namespace palette::color {

// As it was meant, in its own space. The fault is for whoever shows it in place, with a caret under
// it.
[[nodiscard]] tl::expected<Notation, ParseFault> parse_pasted(std::string_view text);

// The color of the screen. The refusal (invalid_argument), for whoever only passes it on, quotes
// the beginning of the text as it came, counts characters from 1, says what was expected, and hints
// at the nearest name.
[[nodiscard]] Result<Color> parse_color(std::string_view text);

}  // namespace palette::color
