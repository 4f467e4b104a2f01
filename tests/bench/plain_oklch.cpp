#include "plain_oklch.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>

namespace palette::bench {

namespace {

double light_of(unsigned long byte) {
    const double encoded = static_cast<double>(byte) / 255;
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

// Source: B. Ottosson, "A perceptual color space for image processing", 2020.
void print_oklch(unsigned long rgb) {
    const double r = light_of(rgb >> 16U & 0xFFU);
    const double g = light_of(rgb >> 8U & 0xFFU);
    const double b = light_of(rgb & 0xFFU);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    const double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    const double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    const double bb = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    double hue = std::atan2(bb, a) * 180 / std::numbers::pi;
    if (hue < 0) hue += 360;
    std::printf("oklch(%.6f %.6f %.3f)\n", lightness, std::sqrt(a * a + bb * bb), hue);
}

}  // namespace

int plain_oklch() {
    std::array<char, 64> line{};
    while (std::fgets(line.data(), line.size(), stdin) != nullptr)
        print_oklch(std::strtoul(line.data() + 1, nullptr, 16));
    return std::ferror(stdin) != 0 || std::fflush(stdout) != 0 ? 1 : 0;
}

}  // namespace palette::bench
