// How well the colors of a palette can be read on each other.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/input/palette_source.hpp"
#include "cli/render/contrast_matrix.hpp"

namespace palette::cli {

struct ContrastOfPalette {
    PaletteSource source;
    std::optional<PaletteNumber> palette{};

    static constexpr std::string_view name_of_shape = "Contrast";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ContrastOfPalette::source>("The palette, or a file of palettes"),
            field<&ContrastOfPalette::palette>("Which palette of a file of several, from 1"),
        };
    }
    static constexpr Command command{
        .path = "contrast",
        .summary = "Show the WCAG 2 contrast of every pair of a palette's colors",
        .examples = {{{"contrast alice/sea-glass", "A matrix, with marks for AA and AAA"},
                      {"contrast colors.txt --format tsv", "Of a file, a pair a line"}}},
        .positional = {"source"},
        .prints = &printed_contrasts,
        .settings = Settings::optional,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
