#include "color/gamut.hpp"

#include "color/difference.hpp"

#include <algorithm>
#include <cmath>

namespace palette::color {

namespace {

// As far outside as 1 is from being written as another number of 8 bits.
constexpr double rounding = 0.000'075;
constexpr double just_noticeable = 0.02;
constexpr double closest_chroma = 0.000'1;

bool is_in(const Vector& rgb, double tolerance) {
    return std::ranges::all_of(
        rgb, [&](double value) { return value >= -tolerance && value <= 1 + tolerance; });
}

Vector clipped(const Vector& rgb) {
    return {std::clamp(rgb[0], 0.0, 1.0), std::clamp(rgb[1], 0.0, 1.0),
            std::clamp(rgb[2], 0.0, 1.0)};
}

// Clipping light is clipping what stands for it: the search need not encode anything.
Vector to_light(const Vector& oklch) {
    return convert(oklch, Space::oklch, Space::srgb_linear);
}

// How much clipping changes what is seen.
double loss(const Vector& oklch, const Vector& clipped_light) {
    return delta_e_ok(convert(oklch, Space::oklch, Space::oklab),
                      convert(clipped_light, Space::srgb_linear, Space::oklab));
}

// The light of the largest chroma whose clipping is just not noticed.
Vector with_less_chroma(Vector oklch) {
    Vector shown = clipped(to_light(oklch));
    if (loss(oklch, shown) < just_noticeable) return shown;
    double least = 0;
    double most = oklch[1];
    bool is_least_inside = true;
    while (most - least > closest_chroma) {
        oklch[1] = (least + most) / 2;
        const Vector light = to_light(oklch);
        if (is_least_inside && is_in(light, 0)) {
            least = oklch[1];
            continue;
        }
        shown = clipped(light);
        const double lost = loss(oklch, shown);
        if (lost >= just_noticeable) {
            most = oklch[1];
        } else if (just_noticeable - lost < closest_chroma) {
            return shown;
        } else {
            is_least_inside = false;
            least = oklch[1];
        }
    }
    return shown;
}

// A half goes up, also one that was lost in six digits.
std::uint8_t byte_of(double share) {
    constexpr double most = 255;
    constexpr double half = 0.5 + 1e-5;
    return static_cast<std::uint8_t>(std::floor(std::clamp(share, 0.0, 1.0) * most + half));
}

}  // namespace

bool is_in_srgb(const Coordinates& color) {
    return is_in(convert(color.values, color.space, Space::srgb), rounding);
}

Coordinates mapped_to_srgb(const Coordinates& color) {
    Coordinates mapped{.space = Space::srgb, .alpha = color.alpha};
    const Vector rgb = convert(color.values, color.space, Space::srgb);
    if (is_in(rgb, rounding)) {
        mapped.values = clipped(rgb);
        return mapped;
    }
    const Vector oklch = convert(color.values, color.space, Space::oklch);
    if (oklch[0] >= 1) {
        mapped.values = {1, 1, 1};
    } else if (oklch[0] > 0) {
        mapped.values = convert(with_less_chroma(oklch), Space::srgb_linear, Space::srgb);
    }
    return mapped;
}

Color to_color(const Coordinates& color) {
    const Vector rgb = mapped_to_srgb(color).values;
    const double alpha = color.missing.has(Missing::alpha) ? 0 : color.alpha;
    return {byte_of(rgb[0]), byte_of(rgb[1]), byte_of(rgb[2]), byte_of(alpha)};
}

}  // namespace palette::color
