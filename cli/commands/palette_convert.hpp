// The noun `palette`: from one file to another.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/export/format_name.hpp"
#include "cli/input/palette_source.hpp"

namespace palette::cli {

struct PaletteConvert {
    PaletteSource in;
    Path out;
    std::optional<FormatName> to{};
    std::optional<PaletteNumber> palette{};

    static constexpr std::string_view name_of_shape = "PaletteConvert";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteConvert::in>("What to convert; a file is recognized by its content"),
            field<&PaletteConvert::out>("The file to write; - for stdout"),
            field<&PaletteConvert::to>("Its format; otherwise what the name of OUT ends in"),
            field<&PaletteConvert::palette>("Which palette of a file of several, from 1"),
        };
    }
    static constexpr Command command{
        .path = "palette convert",
        .summary = "Turn a palette file of one program into that of another",
        .examples = {{{"palette convert nord.gpl nord.css",
                       "What the file tells is kept as far as the other format has room for it"},
                      {"palette convert colors.txt - --to gpl", "To stdout"}}},
        .positional = {"in", "out"},
        .prints_else = "The file, whatever --format says, where OUT is -; else nothing",
        .settings = Settings::optional,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
