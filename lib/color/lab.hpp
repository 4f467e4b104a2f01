// Lab and OKLab from XYZ and back, and the polar forms of both.
//
// Source: CIE 15, with the white of D50 as in CSS; oklab.hpp.
#pragma once

#include "color/color.hpp"
#include "color/matrix.hpp"

namespace palette::color {

// XYZ relative to D50.
[[nodiscard]] Vector to_lab(const Vector& xyz);
[[nodiscard]] Vector from_lab(const Vector& lab);

// XYZ relative to D65.
[[nodiscard]] Vector to_oklab(const Vector& xyz);
[[nodiscard]] Vector from_oklab(const Vector& oklab);
// Of a color of the screen, as convert() gives it, by a shorter way for many of them.
[[nodiscard]] Vector oklab_of(Color color);

// Lightness, chroma, hue in degrees, of lightness and two axes; and back.
[[nodiscard]] Vector to_polar(const Vector& lab);
[[nodiscard]] Vector to_axes(const Vector& lch);

}  // namespace palette::color
