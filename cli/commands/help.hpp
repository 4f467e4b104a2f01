// Help and version: commands that need nothing but themselves.
#pragma once

#include "cli/command_line/global_options.hpp"

namespace palette::cli {

inline constexpr std::string_view exit_codes_topic = "exit-codes";

inline constexpr api::TextRule help_topic_rule{"Topic", "a command, or exit-codes",
                                               "palette create", 1, 64};
using HelpTopic = api::Text<help_topic_rule>;

struct Help {
    api::List<HelpTopic, 0, 2> topic{};

    static constexpr std::string_view name_of_shape = "Help";
    static constexpr auto fields() {
        return std::array{api::field<&Help::topic>("What to explain; all commands when left out")};
    }
    static constexpr Command command{
        .path = "help",
        .summary = "Explain a command",
        .examples = {{{"help palette create", "The arguments of a command"},
                      {"help exit-codes", "What the exit codes mean"}}},
        .positional = {"topic"},
        .prints_else = "Text, whatever --format says",
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
    // `palettectl palette --help` is help about the noun, not about help.
    [[nodiscard]] static std::optional<std::string> explain(std::span<const Given> given,
                                                            const View& view);
};

extern const Printed printed_version;

struct Version {
    static constexpr std::string_view name_of_shape = "Version";
    static constexpr std::array<api::Member, 0> fields() { return {}; }
    static constexpr Command command{
        .path = "version",
        .summary = "Say which version this is",
        .examples = {{{"version", "For people"}, {"version --json", "For programs"}}},
        .prints = &printed_version,
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

// What `palettectl` alone does. It is in no list of commands.
struct Begin {
    static constexpr std::string_view name_of_shape = "Begin";
    static constexpr std::array<api::Member, 0> fields() { return {}; }
    static constexpr Command command = GlobalOptions::command;
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
