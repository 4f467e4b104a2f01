#include "color/spaces.hpp"

#include <cmath>

namespace palette::color {

namespace {

double decode(std::uint8_t channel) {
    const double encoded = channel / 255.0;
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

}  // namespace

LinearRgb to_linear(Color color) {
    return {decode(color.r), decode(color.g), decode(color.b)};
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

}  // namespace palette::color
