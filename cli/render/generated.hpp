// A palette made by chance.
#pragma once

#include "cli/command_line/color_choices.hpp"
#include "cli/render/color.hpp"
#include "color/generate.hpp"

#include <string>

namespace palette::cli {

struct GeneratedColors {
    api::List<ColorItem, 0, color::most_generated> items{};
    api::Count seed = 0;
    color::Harmony harmony{};

    static constexpr std::string_view name_of_shape = "GeneratedColors";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&GeneratedColors::items>("The colors in their order"),
            field<&GeneratedColors::seed>("What makes the same again"),
            field<&GeneratedColors::harmony>(
                "The harmony that the hues of those not locked were drawn from"),
        };
    }
};
extern const Printed printed_generated;
[[nodiscard]] std::string text_of(const GeneratedColors& colors, const View& view);

}  // namespace palette::cli
