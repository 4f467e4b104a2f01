// The noun `color`: whether a terminal shows what is meant.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/render/terminal_check.hpp"

namespace palette::cli {

struct ColorCheckTerminal {
    static constexpr std::string_view name_of_shape = "ColorCheckTerminal";
    static constexpr std::array<api::Member, 0> fields() { return {}; }
    static constexpr Command command{
        .path = "color check-terminal",
        .summary = "Show what this terminal can show, why it is taken to, and what to set if not",
        .examples = {{{"color check-terminal", "Look whether it is as it says"},
                      {"color check-terminal --format tsv", "What was found, for programs"}}},
        .prints = &printed_terminal_check,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
