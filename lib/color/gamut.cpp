#include "color/gamut.hpp"

#include "color/difference.hpp"
#include "color/hue.hpp"
#include "color/oklab.hpp"
#include "color/rgb_spaces.hpp"

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
constexpr Matrix light_to_cones = xyz_to_cones * srgb_to_xyz;
constexpr Matrix cones_to_light = xyz_to_srgb * cones_to_xyz;

// The lightness and hue of a color, with chroma to be chosen.
class Ray {
  public:
    explicit Ray(const Vector& oklch)
        : lightness_(oklch[0]), a_(std::cos(radians(oklch[2]))), b_(std::sin(radians(oklch[2]))) {}

    [[nodiscard]] Vector light(double chroma) const {
        return cones_to_light * oklab_to_cones(oklab(chroma));
    }
    // How much clipping changes what is seen.
    [[nodiscard]] double loss(double chroma, const Vector& clipped_light) const {
        return delta_e_ok(oklab(chroma), cones_to_oklab(light_to_cones * clipped_light));
    }

  private:
    [[nodiscard]] Vector oklab(double chroma) const {
        return {lightness_, chroma * a_, chroma * b_};
    }

    double lightness_;
    double a_;
    double b_;
};

// The light of the largest chroma whose clipping is just not noticed.
Vector with_less_chroma(const Vector& oklch) {
    const Ray ray(oklch);
    double least = 0;
    double most = oklch[1];
    Vector shown = clipped(ray.light(most));
    if (ray.loss(most, shown) < just_noticeable) return shown;
    bool is_least_inside = true;
    while (most - least > closest_chroma) {
        const double chroma = (least + most) / 2;
        const Vector light = ray.light(chroma);
        if (is_least_inside && is_in(light, 0)) {
            least = chroma;
            continue;
        }
        shown = clipped(light);
        const double lost = ray.loss(chroma, shown);
        if (lost >= just_noticeable) {
            most = chroma;
        } else if (just_noticeable - lost < closest_chroma) {
            return shown;
        } else {
            is_least_inside = false;
            least = chroma;
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
