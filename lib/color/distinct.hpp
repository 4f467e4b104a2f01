// Colors that are as different from each other as can be, as charts need them.
//
// Sources: the first set is farthest-point selection (T. F. Gonzalez, "Clustering to minimize the
// maximum intercluster distance", 1985); then one color at a time is moved, by less and less,
// wherever it comes to stand farther from its nearest, so that the least difference never falls.
// Time is bounded by a number of comparisons.
#pragma once

#include "color/color.hpp"
#include "color/perception.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace palette::color {

// What WCAG 2.2 asks of graphics on their background, success criterion 1.4.11.
inline constexpr double graphic_contrast = 3;

struct DistinctWish {
    std::size_t count = 2;      // at least as many as there are in `from`
    std::vector<Color> from{};  // are in the set as they are
    // What they stand on: none of the new ones is near, and each has graphic_contrast there.
    std::vector<Color> on{};
    Measure measure = Measure::ciede2000;
    Eyes eyes = Eyes::full;
    std::uint64_t seed = 0;  // the same, the same set; another, another
};

// The colors of `from`, then the new ones, by hue. None when no color has enough contrast with all
// of `on`. Alpha takes no part.
[[nodiscard]] std::optional<std::vector<Color>> distinct_colors(const DistinctWish& wish);

// The difference of the two that are nearest; 0 of less than two.
[[nodiscard]] double least_difference(const std::vector<Color>& colors, Measure measure, Eyes eyes);

}  // namespace palette::color
