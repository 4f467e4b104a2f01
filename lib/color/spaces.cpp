#include "color/spaces.hpp"

#include <algorithm>
#include <cmath>

namespace palette::color {

namespace {

double decode(std::uint8_t channel) {
    const double encoded = channel / 255.0;
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

std::uint8_t encode(double light) {
    const double inside = std::clamp(light, 0.0, 1.0);
    const double encoded =
        inside <= 0.0031308 ? inside * 12.92 : 1.055 * std::pow(inside, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(encoded * 255));
}

}  // namespace

LinearRgb to_linear(Color color) {
    return {decode(color.r), decode(color.g), decode(color.b)};
}

Color from_linear(LinearRgb light) {
    return {encode(light.r), encode(light.g), encode(light.b)};
}

Xyz to_xyz(LinearRgb light) {
    const auto [r, g, b] = light;
    return {506752.0 / 1228815 * r + 87881.0 / 245763 * g + 12673.0 / 70218 * b,
            87098.0 / 409605 * r + 175762.0 / 245763 * g + 12673.0 / 175545 * b,
            7918.0 / 409605 * r + 87881.0 / 737289 * g + 1001167.0 / 1053270 * b};
}

Oklab to_oklab(Xyz xyz) {
    const auto [x, y, z] = xyz;
    const double l =
        std::cbrt(0.8190224379967030 * x + 0.3619062600528904 * y - 0.1288737815209879 * z);
    const double m =
        std::cbrt(0.0329836539323885 * x + 0.9292868615863434 * y + 0.0361446663506424 * z);
    const double s =
        std::cbrt(0.0481771893596242 * x + 0.2642395317527308 * y + 0.6335478284694309 * z);
    return {0.2104542683093140 * l + 0.7936177747023054 * m - 0.0040720430116193 * s,
            1.9779985324311684 * l - 2.4285922420485799 * m + 0.4505937096174110 * s,
            0.0259040424655478 * l + 0.7827717124575296 * m - 0.8086757549230774 * s};
}

Oklab to_oklab(Color color) {
    return to_oklab(to_xyz(to_linear(color)));
}

double difference(Oklab one, Oklab other) {
    return std::hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

double difference(Color one, Color other) {
    return difference(to_oklab(one), to_oklab(other));
}

double relative_luminance(Color color) {
    const auto [r, g, b] = to_linear(color);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

double contrast_ratio(Color one, Color other) {
    const auto [darker, lighter] =
        std::minmax({relative_luminance(one), relative_luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

Color readable_on(Color background) {
    constexpr Color black{0, 0, 0};
    constexpr Color white{255, 255, 255};
    return contrast_ratio(black, background) >= contrast_ratio(white, background) ? black : white;
}

}  // namespace palette::color
