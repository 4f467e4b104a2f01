// Many palettes at once, from files.
#pragma once

#include "api/palette.hpp"
#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/import.hpp"

namespace palette::cli {

inline constexpr std::size_t most_paths = 1'000;

struct Import {
    api::List<Path, 0, most_paths> path{};
    bool dry_run = false;
    api::Tags tag{};
    bool starter = false;

    static constexpr std::string_view name_of_shape = "Import";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Import::path>("Files, folders of them, or - for stdin"),
            field<&Import::dry_run>("Read everything, send nothing"),
            field<&Import::tag>("A tag for each palette; may be repeated"),
            field<&Import::starter>("The palettes that come with palettectl"),
        };
    }
    static constexpr Command command{
        .path = "import",
        .summary = "Publish the palettes of files; what you have already is skipped",
        .examples = {{{"import --starter", "More than a thousand to begin with"},
                      {"import palettes.jsonl nord.gpl --tag imported --dry-run",
                       "Of any format, and first a trial"}}},
        .positional = {"path"},
        .prints = &printed_import,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
