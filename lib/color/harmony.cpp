#include "color/harmony.hpp"

#include "base/check.hpp"
#include "color/convert.hpp"
#include "color/gamut.hpp"

#include <algorithm>
#include <cmath>

namespace palette::color {

namespace {

constexpr std::array complementary{0.0, 180.0};
constexpr std::array split{0.0, 150.0, 210.0};
constexpr std::array analogous{-30.0, 0.0, 30.0};
constexpr std::array triadic{0.0, 120.0, 240.0};
constexpr std::array tetradic{0.0, 60.0, 180.0, 240.0};
constexpr std::array square{0.0, 90.0, 180.0, 270.0};

constexpr std::array harmonies{
    HarmonyFacts{Harmony::complementary, complementary},
    HarmonyFacts{Harmony::split_complementary, split},
    HarmonyFacts{Harmony::analogous, analogous},
    HarmonyFacts{Harmony::triadic, triadic},
    HarmonyFacts{Harmony::tetradic, tetradic},
    HarmonyFacts{Harmony::square, square},
    HarmonyFacts{Harmony::monochromatic, {}},
};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < harmonies.size(); ++i) {
        if (static_cast<std::size_t>(harmonies[i].harmony) != i) return false;
    }
    return true;
}
static_assert(is_in_order() && harmonies.size() == harmony_names.size());

constexpr std::size_t monochromatic_steps = 5;
// Of a scale: as light and as dark as a step still has a hue.
constexpr double lightest = 0.97;
constexpr double darkest = 0.18;

Color turned(const Coordinates& oklch, double degrees) {
    Coordinates other = oklch;
    other.values[2] += degrees;
    return to_color(other);
}

// Chroma that has its whole at the color's lightness, and less towards white and black.
double chroma_at(double lightness, const Vector& oklch) {
    const double own = oklch[0];
    const double room = lightness > own ? (1 - lightness) / (1 - own) : lightness / own;
    return oklch[1] * std::sqrt(std::clamp(room, 0.0, 1.0));
}

}  // namespace

std::span<const HarmonyFacts> all_harmonies() {
    return harmonies;
}

std::vector<Color> harmony_of(Color color, Harmony harmony) {
    const auto hues = harmonies[static_cast<std::size_t>(harmony)].hues;
    if (hues.empty()) return scale_of(color, monochromatic_steps);
    const Coordinates oklch = convert(coordinates_of(color), Space::oklch);
    std::vector<Color> colors;
    for (const double degrees : hues)
        colors.push_back(degrees == 0 ? color : turned(oklch, degrees));
    return colors;
}

std::vector<Color> scale_of(Color color, std::size_t steps) {
    CHECK_INVARIANT(steps > 0);
    const Coordinates own = convert(coordinates_of(color), Space::oklch);
    std::vector<Color> colors;
    std::size_t nearest = 0;
    double least = 2;
    for (std::size_t i = 0; i < steps; ++i) {
        const double share =
            steps == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(steps - 1);
        Coordinates step = own;
        step.values[0] = std::lerp(lightest, darkest, share);
        step.values[1] = chroma_at(step.values[0], own.values);
        colors.push_back(to_color(step));
        const double apart = std::abs(step.values[0] - own.values[0]);
        if (apart < least) nearest = i;
        least = std::min(least, apart);
    }
    colors[nearest] = color;
    return colors;
}

}  // namespace palette::color
