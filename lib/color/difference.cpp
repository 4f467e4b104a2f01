#include "color/difference.hpp"

#include "color/convert.hpp"
#include "color/hue.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace palette::color {

namespace {

double squared(double value) {
    return value * value;
}

double distance(const Vector& one, const Vector& other) {
    return std::sqrt(squared(one[0] - other[0]) + squared(one[1] - other[1]) +
                     squared(one[2] - other[2]));
}

// How strongly high chroma is damped: 25^7 is Sharma's constant.
double damping(double chroma) {
    const double seventh = std::pow(chroma, 7);
    return std::sqrt(seventh / (seventh + std::pow(25.0, 7)));
}

struct Hues {
    double turned = 0;  // from one to the other, -180 to 180
    double mean = 0;
};

// The names of the paper: h1', h2' in degrees, and whether one of the chromas is 0.
Hues hues_between(double one, double other, bool is_colorless) {
    if (is_colorless) return {0, one + other};
    double turned = other - one;
    double mean = (one + other) / 2;
    if (std::abs(turned) > turn / 2) {
        turned += turned > 0 ? -turn : turn;
        mean += one + other < turn ? turn / 2 : -turn / 2;
    }
    return {turned, mean};
}

}  // namespace

double delta_e_76(const Vector& lab, const Vector& other) {
    return distance(lab, other);
}

double delta_e_2000(const Vector& lab, const Vector& other) {
    const double mean_chroma = (std::hypot(lab[1], lab[2]) + std::hypot(other[1], other[2])) / 2;
    const double stretch = 1 + 0.5 * (1 - damping(mean_chroma));
    const double a1 = stretch * lab[1];
    const double a2 = stretch * other[1];
    const double c1 = std::hypot(a1, lab[2]);
    const double c2 = std::hypot(a2, other[2]);
    const Hues hues = hues_between(direction(a1, lab[2]), direction(a2, other[2]), c1 * c2 == 0);

    const double lightness = other[0] - lab[0];
    const double chroma = c2 - c1;
    const double hue = 2 * std::sqrt(c1 * c2) * std::sin(radians(hues.turned / 2));

    const double mean_lightness = squared((lab[0] + other[0]) / 2 - 50);
    const double mean_c = (c1 + c2) / 2;
    const double t =
        1 - 0.17 * std::cos(radians(hues.mean - 30)) + 0.24 * std::cos(radians(2 * hues.mean)) +
        0.32 * std::cos(radians(3 * hues.mean + 6)) - 0.20 * std::cos(radians(4 * hues.mean - 63));
    const double s_l = 1 + 0.015 * mean_lightness / std::sqrt(20 + mean_lightness);
    const double s_c = 1 + 0.045 * mean_c;
    const double s_h = 1 + 0.015 * mean_c * t;
    const double blue = 30 * std::exp(-squared((hues.mean - 275) / 25));
    const double rotation = -2 * damping(mean_c) * std::sin(radians(2 * blue));
    return std::sqrt(squared(lightness / s_l) + squared(chroma / s_c) + squared(hue / s_h) +
                     rotation * (chroma / s_c) * (hue / s_h));
}

double delta_e_cmc(const Vector& standard, const Vector& sample) {
    constexpr double of_lightness = 2;
    constexpr double of_chroma = 1;
    const double c1 = std::hypot(standard[1], standard[2]);
    const double c2 = std::hypot(sample[1], sample[2]);
    const double hue = direction(standard[1], standard[2]);
    // What is left of the distance without the chroma's part may come out below nothing.
    const double hue_squared =
        std::max(0.0, squared(standard[1] - sample[1]) + squared(standard[2] - sample[2]) -
                          squared(c1 - c2));

    const double s_l =
        standard[0] < 16 ? 0.511 : 0.040975 * standard[0] / (1 + 0.01765 * standard[0]);
    const double s_c = 0.0638 * c1 / (1 + 0.0131 * c1) + 0.638;
    const double f = std::sqrt(std::pow(c1, 4) / (std::pow(c1, 4) + 1'900));
    const double t = hue >= 164 && hue <= 345 ? 0.56 + std::abs(0.2 * std::cos(radians(hue + 168)))
                                              : 0.36 + std::abs(0.4 * std::cos(radians(hue + 35)));
    const double s_h = s_c * (f * t + 1 - f);
    return std::sqrt(squared((standard[0] - sample[0]) / (of_lightness * s_l)) +
                     squared((c1 - c2) / (of_chroma * s_c)) + hue_squared / squared(s_h));
}

double delta_e_ok(const Vector& oklab, const Vector& other) {
    return distance(oklab, other);
}

Likeness likeness_of(double delta_e_2000) {
    constexpr std::array below{1.0, 2.0, 3.5, 5.0};
    const auto passed = std::ranges::upper_bound(below, delta_e_2000) - below.begin();
    return static_cast<Likeness>(passed);
}

double difference(Color one, Color other) {
    const auto oklab = [](Color color) {
        return convert(coordinates_of(color).values, Space::srgb, Space::oklab);
    };
    return delta_e_ok(oklab(one), oklab(other));
}

}  // namespace palette::color
