// The functions of CSS that write a color: rgb(), hsl(), hwb(), lab(), lch(), oklab(), oklch(),
// color(), each with all that it may have in it; and hsv(), or hsb(), which CSS does not know and
// people paste.
//
// Source: CSS Color Module Level 4, sections 5 to 12 (syntax) and 15 (serialization).
#pragma once

#include "base/result.hpp"
#include "color/convert.hpp"
#include "color/parse_fault.hpp"

#include <string>
#include <string_view>

namespace palette::color {

// A color, and the way it was written.
struct Notation {
    Coordinates color{};
    // rgb(), hsl(), hwb(), hex and names: CSS writes all of them as rgb() in 8 bits where nothing
    // is missing.
    bool is_legacy = false;
};

// Reads any form of it, from hex to color(). The fault is where it stops being one.
[[nodiscard]] tl::expected<Notation, ParseFault> parse_css(std::string_view text);

// As CSS serializes it, numbers to six digits.
[[nodiscard]] std::string to_css(const Notation& notation);
// The same of a color that nobody wrote: in the function of its space.
[[nodiscard]] std::string to_css(const Coordinates& color);

}  // namespace palette::color
