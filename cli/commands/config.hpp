// The noun `config`: settings of palettectl and of the daemons. A daemon's own file is the daemon's
// to judge: its program is asked.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/config.hpp"

namespace palette::cli {

struct ConfigCheck {
    std::optional<Path> file{};

    static constexpr std::string_view name_of_shape = "ConfigCheck";
    static constexpr auto fields() {
        return std::array{api::field<&ConfigCheck::file>(
            "A file that is to become one, named as it; all that are in force when left out")};
    }
    static constexpr Command command{
        .path = "config check",
        .summary = "Say what is wrong with files of settings: 0 nothing, 1 something",
        .examples = {{{"config check", "All files, before a restart"},
                      {"config check ./paletted.yaml", "One that is not in its place yet"}}},
        .positional = {"file"},
        .prints = &printed_files_checked,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct ConfigShow {
    bool origin = false;

    static constexpr std::string_view name_of_shape = "ConfigShow";
    static constexpr auto fields() {
        return std::array{
            api::field<&ConfigShow::origin>("Say on a terminal too where each value comes from")};
    }
    static constexpr Command command{
        .path = "config show",
        .summary = "Show every setting that is in force",
        .examples = {{{"config show --origin", "By file, line and column"},
                      {"config show --format tsv", "For programs"}}},
        .prints = &printed_settings,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
