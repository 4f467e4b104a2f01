// Color spaces, and how far apart two colors look. Alpha takes no part. Pure functions of doubles.
//
// Sources: CSS Color Module Level 4, section 18 "Sample code for Color Conversions" (the matrices);
// B. Ottosson, "A perceptual color space for image processing", 2020 (OKLab).
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
[[nodiscard]] Xyz to_xyz(LinearRgb light);
[[nodiscard]] Oklab to_oklab(Xyz xyz);
[[nodiscard]] Oklab to_oklab(Color color);

// Euclidean distance in OKLab: 0 for the same color, 1 between black and white, about 0.02 where
// neighbors can just be told apart.
[[nodiscard]] double difference(Oklab one, Oklab other);
[[nodiscard]] double difference(Color one, Color other);

}  // namespace palette::color
