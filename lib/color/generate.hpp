// Palettes by chance that are pleasing to look at: hues of one harmony, lightness in steps, chroma
// as far as the lightness carries it, all in OKLCH. The same recipe makes the same palette.
#pragma once

#include "base/result.hpp"
#include "color/color.hpp"
#include "color/harmony.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace palette::color {

inline constexpr std::size_t most_generated = 64;

struct Recipe {
    std::uint64_t seed = 0;
    // A slot for each color, 1 to most_generated: one that is locked stays as it is. The first with
    // a hue gives the harmony its hue.
    std::vector<std::optional<Color>> slots{};
    std::optional<Harmony> harmony{};  // none: any, by chance
    // WCAG 2 contrast of every color with that of the first slot, the background.
    std::optional<double> min_contrast{};
};

struct Generated {
    std::vector<Color> colors{};
    Harmony harmony{};  // that of the recipe, or the one drawn
};

// Refuses (invalid_argument, about min_contrast) what no color can be found for, and says why.
[[nodiscard]] Result<Generated> generate(const Recipe& recipe);

}  // namespace palette::color
