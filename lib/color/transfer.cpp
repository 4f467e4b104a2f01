#include "color/transfer.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace palette::color {

namespace {

constexpr double rec2020_gamma = 2.4;         // BT.1886, as displays show it
constexpr double a98_gamma = 563.0 / 256.0;   // Adobe RGB (1998), 4.3.1.2
constexpr double prophoto_gamma = 1.8;        // ISO 22028-2
constexpr double prophoto_toe = 1.0 / 512.0;  // below it the line is straight
constexpr double prophoto_slope = 16;

double odd_power(double base, double exponent) {
    return std::copysign(std::pow(std::abs(base), exponent), base);
}

}  // namespace

double srgb_decoded(double encoded) {
    const double size = std::abs(encoded);
    if (size <= 0.04045) return encoded / 12.92;
    return std::copysign(std::pow((size + 0.055) / 1.055, 2.4), encoded);
}

double srgb_decoded_byte(std::uint8_t byte) {
    static const auto table = [] {
        std::array<double, 256> light{};
        for (std::size_t i = 0; i < light.size(); ++i)
            light.at(i) = srgb_decoded(static_cast<double>(i) / 255);
        return light;
    }();
    return table[byte];
}

double srgb_encoded(double light) {
    const double size = std::abs(light);
    if (size <= 0.0031308) return light * 12.92;
    return std::copysign(1.055 * std::pow(size, 1 / 2.4) - 0.055, light);
}

double rec2020_decoded(double encoded) {
    return odd_power(encoded, rec2020_gamma);
}

double rec2020_encoded(double light) {
    return odd_power(light, 1 / rec2020_gamma);
}

double a98_decoded(double encoded) {
    return odd_power(encoded, a98_gamma);
}

double a98_encoded(double light) {
    return odd_power(light, 1 / a98_gamma);
}

double prophoto_decoded(double encoded) {
    if (std::abs(encoded) <= prophoto_slope * prophoto_toe) return encoded / prophoto_slope;
    return odd_power(encoded, prophoto_gamma);
}

double prophoto_encoded(double light) {
    if (std::abs(light) < prophoto_toe) return light * prophoto_slope;
    return odd_power(light, 1 / prophoto_gamma);
}

}  // namespace palette::color
