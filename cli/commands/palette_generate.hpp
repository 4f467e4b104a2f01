// The noun `palette`: one made by chance.
#pragma once

#include "cli/command_line/color_choices.hpp"
#include "cli/command_line/command.hpp"
#include "cli/commands/seed.hpp"
#include "cli/input/color_edits.hpp"
#include "cli/render/generated.hpp"
#include "color/generate.hpp"

namespace palette::cli {

inline constexpr api::WholeRule generated_count_rule{"Count", "1 to 64", 5, 1,
                                                     color::most_generated};
using GeneratedCount = api::Whole<generated_count_rule>;
inline constexpr api::DecimalRule min_contrast_rule{"Contrast", "a ratio of 1 to 21", 450, 100,
                                                    2100};
using MinContrast = api::Decimal<min_contrast_rule>;

struct PaletteGenerate {
    GeneratedCount count = 5;
    std::optional<color::Harmony> harmony{};
    api::List<SetColor, 0, color::most_generated> lock{};
    std::optional<Seed> seed{};
    std::optional<MinContrast> min_contrast{};

    static constexpr std::string_view name_of_shape = "PaletteGenerate";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteGenerate::count>("How many colors"),
            field<&PaletteGenerate::harmony>("Where hues are on the circle; by chance when left "
                                             "out"),
            field<&PaletteGenerate::lock>("A color that is there already, in its place; may be "
                                          "repeated"),
            field<&PaletteGenerate::seed>("What chance begins with: the same makes the same "
                                          "palette"),
            field<&PaletteGenerate::min_contrast>("WCAG 2 contrast of each color with the first, "
                                                  "which is the background"),
        };
    }
    static constexpr Command command{
        .path = "palette generate",
        .summary = "Make a palette by chance that is pleasing to look at",
        .examples = {{{"palette generate --harmony analogous --lock '1=#0b3954'",
                       "The others go with what is locked; a note says the seed"},
                      {"palette generate --count 6 --min-contrast 4.5 --seed 7",
                       "Each can be read on the first"}}},
        .prints = &printed_generated,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
