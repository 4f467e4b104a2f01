// The noun `palette`: one in use.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/input/palette_source.hpp"
#include "cli/render/preview.hpp"

namespace palette::cli {

struct PalettePreview {
    PaletteSource source;
    std::optional<PaletteNumber> palette{};

    static constexpr std::string_view name_of_shape = "PalettePreview";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PalettePreview::source>("The palette, or a file of palettes"),
            field<&PalettePreview::palette>("Which palette of a file of several, from 1"),
        };
    }
    static constexpr Command command{
        .path = "palette preview",
        .summary = "Show text, buttons and a chart in a palette's colors",
        .examples = {{{"palette preview alice/sea-glass",
                       "Text and background are found by role, or by contrast"},
                      {"palette preview colors.txt --json", "What is painted in which colors"}}},
        .positional = {"source"},
        .prints = &printed_preview,
        .settings = Settings::optional,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
