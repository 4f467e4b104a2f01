#include "color/contrast.hpp"

#include "color/transfer.hpp"

#include <algorithm>
#include <cmath>

namespace palette::color {

namespace {

constexpr double most_byte = 255;

// WCAG 2 rounds the weights of sRGB to four digits.
double relative_luminance(Color color) {
    return 0.2126 * srgb_decoded(color.r / most_byte) + 0.7152 * srgb_decoded(color.g / most_byte) +
           0.0722 * srgb_decoded(color.b / most_byte);
}

// What a screen gives off, by a plain power, with the blackest lifted a little.
double screen_luminance(Color color) {
    constexpr double gamma = 2.4;
    constexpr double black_threshold = 0.022;
    constexpr double black_lift = 1.414;
    const auto power = [](std::uint8_t byte) { return std::pow(byte / most_byte, gamma); };
    const double y =
        0.2126729 * power(color.r) + 0.7151522 * power(color.g) + 0.0721750 * power(color.b);
    return y >= black_threshold ? y : y + std::pow(black_threshold - y, black_lift);
}

}  // namespace

double wcag_contrast(Color one, Color other) {
    constexpr double flare = 0.05;
    const auto [darker, lighter] =
        std::minmax({relative_luminance(one), relative_luminance(other)});
    return (lighter + flare) / (darker + flare);
}

WcagGrade wcag_grade(double contrast) {
    if (contrast >= aaa_contrast) return WcagGrade::aaa;
    if (contrast >= aa_contrast) return WcagGrade::aa;
    return contrast >= aa_large_contrast ? WcagGrade::aa_large : WcagGrade::none;
}

double apca_contrast(Color text, Color background) {
    constexpr double least_difference = 0.0005;
    constexpr double scale = 1.14;
    constexpr double least_contrast = 0.1;
    constexpr double offset = 0.027;
    const double above = screen_luminance(text);
    const double below = screen_luminance(background);
    if (std::abs(below - above) < least_difference) return 0;
    if (below > above) {
        const double contrast = (std::pow(below, 0.56) - std::pow(above, 0.57)) * scale;
        return contrast < least_contrast ? 0 : (contrast - offset) * 100;
    }
    const double contrast = (std::pow(below, 0.65) - std::pow(above, 0.62)) * scale;
    return contrast > -least_contrast ? 0 : (contrast + offset) * 100;
}

Color over(Color above, Color below) {
    const double share = above.a / most_byte;
    const auto laid = [&](std::uint8_t one, std::uint8_t other) {
        return static_cast<std::uint8_t>(std::lround(std::lerp(other, one, share)));
    };
    return {laid(above.r, below.r), laid(above.g, below.g), laid(above.b, below.b)};
}

Color on_white(Color color) {
    return over(color, white);
}

}  // namespace palette::color
