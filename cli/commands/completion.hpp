// Completion in shells: the script that a shell loads, and what that script asks for at each key.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"

namespace palette::cli {

// Text and not a choice, because it must be given: the first of a choice would be its default.
inline constexpr std::array<std::string_view, 3> shell_words{"bash", "zsh", "fish"};
inline constexpr api::TextRule shell_rule{
    "Shell", "bash, zsh or fish", "bash", 3, 4, [](std::string_view text) {
        return text == shell_words[0] || text == shell_words[1] || text == shell_words[2];
    }};
using Shell = api::Text<shell_rule>;

struct Completion {
    Shell shell;

    static constexpr std::string_view name_of_shape = "Completion";
    static constexpr auto fields() {
        return std::array{api::field<&Completion::shell>("The shell that is to load it")};
    }
    static constexpr Command command{
        .path = "completion",
        .summary = "Print what makes a shell complete palettectl's words",
        .examples = {{{"completion bash > palettectl.bash", "To be sourced by ~/.bashrc"},
                      {"completion fish > palettectl.fish", "For ~/.config/fish/completions"}}},
        .positional = {"shell"},
        .prints_else = "A script",
        .settings = Settings::optional,
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

inline constexpr std::size_t most_completed_words = 10'000;
inline constexpr api::TextRule line_word_rule{"Word", "a word of the line", "palette", 0, 65'536};
using LineWord = api::Text<line_word_rule>;

// What the scripts run. It is in no list of commands.
struct Complete {
    api::List<LineWord, 0, most_completed_words> words{};

    static constexpr std::string_view name_of_shape = "Complete";
    static constexpr auto fields() {
        return std::array{
            api::field<&Complete::words>("After --, the line's; the last is to be completed")};
    }
    static constexpr Command command{
        .path = "complete",
        .summary = "Print what the last word may become, a line each",
        .examples = {{{"complete -- palette sh", "Prints show"},
                      {"complete -- popular --format ''", "Prints the formats"}}},
        .positional = {"words"},
        .settings = Settings::optional,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
