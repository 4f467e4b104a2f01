#include "cli/render/color_distinct.hpp"

#include "color/distinct.hpp"

namespace palette::cli {

DistinctColors distinct_shown(const std::vector<color::Color>& colors, color::Measure measure,
                              color::Eyes eyes) {
    const double least = color::least_difference(colors, measure, eyes);
    return {.items = items_of(colors).items,
            .measure = measure,
            .least_difference = difference_of(measure == color::Measure::ok ? least * 100 : least)};
}

const Printed printed_distinct{.shape = &api::shape_of<DistinctColors>,
                               .columns = color_item_columns};

std::string text_of(const DistinctColors& colors, const View& view) {
    ColorItems items;
    items.items = colors.items;
    const std::string least = decimal_text(colors.least_difference.hundredths());
    return text_of(items, view) + "least difference " + least +
           (colors.measure == color::Measure::ok ? " (OK, times 100)\n" : " (CIEDE2000)\n");
}

}  // namespace palette::cli
