// The order of colors by one of their properties. Alpha takes no part.
#pragma once

#include "color/color.hpp"
#include "color/convert.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace palette::color {

enum class Property : std::uint8_t {
    hue,         // of OKLCH, 0 first; what looks gray stands before all hues, by its lightness
    lightness,   // of OKLCH, dark first
    chroma,      // of OKLCH, gray first
    luminance,   // Y, relative to D65, dark first
    contrast,    // of WCAG 2 with the reference, the least first
    difference,  // delta_e_ok from the reference, the least first
};

// In the order of the enumeration.
inline constexpr std::array<std::string_view, 6> property_names{
    "hue", "lightness", "chroma", "luminance", "contrast", "difference"};

// Below so much chroma of OKLCH a color looks gray: where delta_e_ok says that it can just be told
// from the gray of its lightness.
inline constexpr double gray_chroma = 0.02;

// What the colors are ordered by: first the group, then the value.
struct SortKey {
    std::uint8_t group = 0;
    double value = 0;

    friend auto operator<=>(const SortKey&, const SortKey&) = default;
};

// Of a color as it is, in or out of any gamut; only contrast is that of the screen's color.
[[nodiscard]] SortKey sort_key(const Coordinates& color, Property property, Color reference);

enum class Direction : std::uint8_t { ascending, descending };

// The places of the keys in their order. Those that are equal stay as they stood, either way.
[[nodiscard]] std::vector<std::size_t> order_of(std::span<const SortKey> keys, Direction direction);

}  // namespace palette::color
