// The noun `palette`: two palettes beside each other.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/input/palette_source.hpp"
#include "cli/render/palette_diff.hpp"

namespace palette::cli {

struct PaletteDiff {
    PaletteSource one;
    PaletteSource other;
    std::optional<PaletteNumber> palette{};
    std::optional<PaletteNumber> other_palette{};

    static constexpr std::string_view name_of_shape = "PaletteDiff";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteDiff::one>("The palette to begin with, or a file of one"),
            field<&PaletteDiff::other>("The one to end with"),
            field<&PaletteDiff::palette>(
                "Which palette of a file of several to begin with, from 1"),
            field<&PaletteDiff::other_palette>("Which of a file of several to end with"),
        };
    }
    static constexpr Command command{
        .path = "palette diff",
        .summary = "Show how two palettes differ; ends with 1 when they do",
        .examples = {{{"palette diff alice/sea-glass@1 alice/sea-glass",
                       "What has changed since the first revision"},
                      {"palette diff colors.txt alice/sea-glass --json",
                       "A file that has no title or tags is compared by its colors"}}},
        .positional = {"one", "other"},
        .prints = &printed_differences,
        .settings = Settings::optional,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
