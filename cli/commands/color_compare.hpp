// The noun `color`: how far apart two colors are.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/color_compare.hpp"

namespace palette::cli {

struct ColorCompare {
    ColorText color;
    ColorText with;

    static constexpr std::string_view name_of_shape = "ColorCompare";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ColorCompare::color>("One color; where it matters, the standard"),
            field<&ColorCompare::with>("The other"),
        };
    }
    static constexpr Command command{
        .path = "color compare",
        .summary = "Say how far apart two colors are, and whether anybody can tell them apart",
        .examples = {{{"color compare '#0b3954' '#0c3a55'", "By every formula, and in words"},
                      {"color compare --json tomato coral", "For programs"}}},
        .positional = {"color", "with"},
        .prints = &printed_comparison,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
