// The noun `color`: colors in an order.
#pragma once

#include "cli/command_line/color_choices.hpp"
#include "cli/command_line/command.hpp"
#include "cli/input/color_stream.hpp"
#include "cli/render/color.hpp"

namespace palette::cli {

// Sorting holds all that it sorts, some 100 bytes of each.
inline constexpr std::size_t most_sorted_colors = 1'000'000;

struct ColorSort {
    ColorArguments color;
    color::Property by = color::Property::hue;
    ColorText reference{"white"};
    bool reverse = false;

    static constexpr std::string_view name_of_shape = "ColorSort";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorSort::color>("The colors; none, or -: one a line of stdin, 1,000,000 at "
                                     "most"),
            field<&ColorSort::by>("What decides, the least of it first; by hue, what looks gray "
                                  "comes first"),
            field<&ColorSort::reference>("What contrast and difference are measured from"),
            field<&ColorSort::reverse>("The most of it first"),
        };
    }
    static constexpr Command command{
        .path = "color sort",
        .summary = "Put colors in order by hue, lightness and the like",
        .examples = {{{"color sort red '#0b3954' white gold", "Around the circle of hues"},
                      {"color sort --by contrast --reference '#0b3954' < colors.txt",
                       "What can be read on it last"}}},
        .positional = {"color"},
        .prints = &printed_colors_made,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
