// Colors that differ from each other, and by how much.
#pragma once

#include "cli/render/color.hpp"
#include "cli/render/color_compare.hpp"
#include "color/perception.hpp"

// The words for it, found beside the enumeration.
namespace palette::color {

constexpr api::ChoiceRule choice_rule(Measure) {
    return {"Measure", "a measure of difference", measure_names};
}

}  // namespace palette::color

namespace palette::cli {

struct DistinctColors {
    api::List<ColorItem, 0, api::Colors::most> items{};
    color::Measure measure{};
    ColorDifference least_difference;

    static constexpr std::string_view name_of_shape = "DistinctColors";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&DistinctColors::items>("The given colors, then the new ones by hue"),
            field<&DistinctColors::measure>("What the difference is measured by"),
            field<&DistinctColors::least_difference>("Of the two that are nearest; that of ok is "
                                                     "times 100, so 2 can just be noticed"),
        };
    }
};
[[nodiscard]] DistinctColors distinct_shown(const std::vector<color::Color>& colors,
                                            color::Measure measure, color::Eyes eyes);
extern const Printed printed_distinct;
[[nodiscard]] std::string text_of(const DistinctColors& colors, const View& view);

}  // namespace palette::cli
