// How well the colors of a palette can be read on each other.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/input/palette_source.hpp"

namespace palette::cli {

struct ContrastOfPalette {
    PaletteSource palette;

    static constexpr std::string_view name_of_shape = "Contrast";
    static constexpr auto fields() {
        return std::array{api::field<&ContrastOfPalette::palette>("The palette, or a file of one")};
    }
    static constexpr Command command{
        .path = "contrast",
        .summary = "Show the WCAG 2 contrast of every pair of a palette's colors",
        .examples = {{{"contrast alice/sea-glass", "A matrix, with marks for AA and AAA"},
                      {"contrast colors.txt --format tsv", "Of a file, a pair a line"}}},
        .positional = {"palette"},
        .ignores_settings = true,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
