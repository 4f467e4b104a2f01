#include "color/hue_forms.hpp"

#include "color/hue.hpp"

#include <algorithm>
#include <cmath>

namespace palette::color {

namespace {

// 0 when there is none.
double hue_of_rgb(const Vector& rgb, double most, double spread) {
    if (spread == 0) return 0;
    const auto [r, g, b] = rgb;
    const double sixths = most == r   ? (g - b) / spread
                          : most == g ? (b - r) / spread + 2
                                      : (r - g) / spread + 4;
    return in_turn(sixths * turn / 6);
}

}  // namespace

Vector to_hsl(const Vector& rgb) {
    const auto [least, most] = std::ranges::minmax(rgb);
    const double light = (least + most) / 2;
    const double room = std::min(light, 1 - light);
    double hue = hue_of_rgb(rgb, most, most - least);
    double saturation = room == 0 ? 0 : (most - light) / room;
    if (saturation < 0) {  // outside the gamut: it means the hue across
        hue = in_turn(hue + turn / 2);
        saturation = -saturation;
    }
    return {hue, saturation * 100, light * 100};
}

Vector from_hsl(const Vector& hsl) {
    const double saturation = hsl[1] / 100;
    const double light = hsl[2] / 100;
    const double reach = saturation * std::min(light, 1 - light);
    const auto channel = [&](double place) {
        const double k = std::fmod(place + in_turn(hsl[0]) / 30, 12);
        return light - reach * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    };
    return {channel(0), channel(8), channel(4)};
}

Vector to_hsv(const Vector& any_rgb) {
    Vector rgb = any_rgb;
    for (double& channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    const auto [least, most] = std::ranges::minmax(rgb);
    const double saturation = most == 0 ? 0 : (most - least) / most;
    return {hue_of_rgb(rgb, most, most - least), saturation * 100, most * 100};
}

Vector from_hsv(const Vector& hsv) {
    const double value = hsv[2] / 100;
    const double reach = value * hsv[1] / 100;
    const auto channel = [&](double place) {
        const double k = std::fmod(place + in_turn(hsv[0]) / 60, 6);
        return value - reach * std::max(0.0, std::min({k, 4 - k, 1.0}));
    };
    return {channel(5), channel(3), channel(1)};
}

Vector to_hwb(const Vector& rgb) {
    const auto [least, most] = std::ranges::minmax(rgb);
    return {hue_of_rgb(rgb, most, most - least), least * 100, (1 - most) * 100};
}

Vector from_hwb(const Vector& hwb) {
    const double white = hwb[1] / 100;
    const double black = hwb[2] / 100;
    if (white + black >= 1) {
        const double gray = white / (white + black);
        return {gray, gray, gray};
    }
    Vector rgb = from_hsl({hwb[0], 100, 50});
    for (double& channel : rgb)
        channel = channel * (1 - white - black) + white;
    return rgb;
}

}  // namespace palette::color
