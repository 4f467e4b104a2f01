// The noun `color`: colors that are as different as can be.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/commands/seed.hpp"
#include "cli/render/color_distinct.hpp"

namespace palette::cli {

inline constexpr api::WholeRule distinct_rule{"HowManyColors", "1 to 64", 8, 1, 64};
using HowManyColors = api::Whole<distinct_rule>;
using FewColors = api::List<ColorText, 0, distinct_rule.greatest>;

struct ColorDistinct {
    HowManyColors count;
    FewColors from{};
    FewColors on{};
    color::Measure by = color::Measure::ciede2000;
    bool cvd = false;
    Seed seed = 0;

    static constexpr std::string_view name_of_shape = "ColorDistinct";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorDistinct::count>("How many colors, with those of --from"),
            field<&ColorDistinct::from>("A color that is to be among them"),
            field<&ColorDistinct::on>("A background: the new ones are not near it and have a "
                                      "contrast of 3 on it"),
            field<&ColorDistinct::by>("What difference is measured by"),
            field<&ColorDistinct::cvd>("They differ also to those who lack cones of red, of green "
                                       "or of blue"),
            field<&ColorDistinct::seed>("Another seed, another set that is about as good"),
        };
    }
    static constexpr Command command{
        .path = "color distinct",
        .summary = "Make colors that are as different from each other as can be",
        .examples = {{{"color distinct 8 --on white", "For the lines of a chart on white"},
                      {"color distinct 4 --from '#0b3954' --cvd",
                       "Beside one's own, and for all eyes"}}},
        .positional = {"count"},
        .prints = &printed_distinct,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
