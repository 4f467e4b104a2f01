// Color spaces, and how far apart two colors look. Alpha takes no part. Pure functions of doubles.
//
// Sources: CSS Color Module Level 4, section 18 "Sample code for Color Conversions" (the matrices);
// B. Ottosson, "A perceptual color space for image processing", 2020 (OKLab); WCAG 2.1 (contrast).
#pragma once

#include "color/color.hpp"

namespace palette::color {

// Light-linear sRGB, each 0 to 1 inside the gamut.
struct LinearRgb {
    double r = 0;
    double g = 0;
    double b = 0;
};

// CIE XYZ relative to D65, white at y = 1.
struct Xyz {
    double x = 0;
    double y = 0;
    double z = 0;
};

// Lightness 0 to 1; a and b within about 0.4 of 0.
struct Oklab {
    double l = 0;
    double a = 0;
    double b = 0;
};

[[nodiscard]] LinearRgb to_linear(Color color);
// Opaque; each channel clipped to the gamut and rounded.
[[nodiscard]] Color from_linear(LinearRgb light);
[[nodiscard]] Xyz to_xyz(LinearRgb light);
[[nodiscard]] Oklab to_oklab(Xyz xyz);
[[nodiscard]] Oklab to_oklab(Color color);

// Euclidean distance in OKLab: 0 for the same color, 1 between black and white, about 0.02 where
// neighbors can just be told apart.
[[nodiscard]] double difference(Oklab one, Oklab other);
[[nodiscard]] double difference(Color one, Color other);

// WCAG 2.1: 0 for black, 1 for white.
[[nodiscard]] double relative_luminance(Color color);
// WCAG 2.1: 1 to 21.
[[nodiscard]] double contrast_ratio(Color one, Color other);
// Black or white, whichever contrasts more as text on the background.
[[nodiscard]] Color readable_on(Color background);

}  // namespace palette::color
