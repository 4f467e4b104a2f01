// Colors that go with one: by the places of their hues on the circle of OKLCH, where equal
// lightness looks equally light. What sRGB cannot show is mapped into it.
#pragma once

#include "color/color.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace palette::color {

enum class Harmony : std::uint8_t {
    complementary,
    split_complementary,
    analogous,
    triadic,
    tetradic,
    square,
    monochromatic,
};

// As people call them, in the order of the enumeration.
inline constexpr std::array<std::string_view, 7> harmony_names{
    "complementary", "split-complementary", "analogous", "triadic", "tetradic",
    "square",        "monochromatic"};

struct HarmonyFacts {
    Harmony harmony;
    // Degrees from the color's own hue, of each color of the harmony, its own included. Empty: they
    // differ in lightness instead.
    std::span<const double> hues;
};

[[nodiscard]] std::span<const HarmonyFacts> all_harmonies();

// The colors of it, in the order of its hues; the color itself is among them, as it was given.
[[nodiscard]] std::vector<Color> harmony_of(Color color, Harmony harmony);

// A scale of design systems: so many steps of one hue from nearly white to nearly black, the
// lightness in equal steps and chroma in the color's proportion. The step whose lightness is
// nearest to the color's is the color itself.
[[nodiscard]] std::vector<Color> scale_of(Color color, std::size_t steps);

}  // namespace palette::color
