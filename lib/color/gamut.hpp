// What a screen of sRGB can show, and the nearest that it can for what it cannot.
#pragma once

#include "color/convert.hpp"

namespace palette::color {

// Whether it is one of the 8-bit colors, but for rounding.
[[nodiscard]] bool is_in_srgb(const Coordinates& color);

// Lightness and hue are kept and chroma is taken away until clipping makes no visible difference.
// Source: CSS Color Module Level 4, section 13.2 "CSS Gamut Mapping to an RGB Destination" (a
// binary search with local MINDE). In sRGB, each 0 to 1.
[[nodiscard]] Coordinates mapped_to_srgb(const Coordinates& color);

// The 8-bit color of it, mapped where it is outside. What is missing is 0.
[[nodiscard]] Color to_color(const Coordinates& color);

}  // namespace palette::color
