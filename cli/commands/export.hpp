// A palette as a file.
#pragma once

#include "api/palette.hpp"
#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/export/format_name.hpp"

namespace palette::cli {

struct Export {
    api::PaletteRef ref;
    FormatName as;
    std::optional<Path> output{};

    static constexpr std::string_view name_of_shape = "Export";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Export::ref>("The palette"),
            field<&Export::as>(
                "The format of the file; whose session to use says PALETTECTL_AS alone"),
            field<&Export::output>("The file; stdout when left out"),
        };
    }
    static constexpr Command command{
        .path = "export",
        .summary = "Write a palette as a file of another program",
        .examples = {{{"export alice/sea-glass --as css", "To stdout"},
                      {"export alice/sea-glass --as gpl -o sea-glass.gpl", "For GIMP"}}},
        .positional = {"ref"},
        .letters = {{{"output", 'o'}}},
        .prints_else = "The file, whatever --format says; with --output nothing",
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
