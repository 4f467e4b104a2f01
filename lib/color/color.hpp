// A color as palettes store, send and show it: 8-bit sRGB with alpha, not premultiplied.
#pragma once

#include <compare>
#include <cstdint>

namespace palette::color {

struct Color {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;  // 255 is opaque

    friend constexpr auto operator<=>(Color, Color) = default;
};

}  // namespace palette::color
