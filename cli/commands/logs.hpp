// What the daemons have logged.
#pragma once

#include "api/settings.hpp"
#include "cli/command_line/command.hpp"
#include "cli/command_line/values.hpp"
#include "cli/render/log.hpp"

namespace palette::cli {

inline constexpr api::WholeRule lines_rule{"Number", "how many lines", 100, 0, most_log_lines};
using LineCount = api::Whole<lines_rule>;

struct Logs {
    std::optional<LogName> daemon{};
    bool follow = false;
    LineCount lines = 100;
    std::optional<Duration> since{};
    api::LogLevel level = api::LogLevel::debug;

    static constexpr std::string_view name_of_shape = "Logs";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Logs::daemon>("Whose log; those of all, by time, when left out"),
            field<&Logs::follow>("Go on as lines are written"),
            field<&Logs::lines>("The last so many lines"),
            field<&Logs::since>("Only what is not older"),
            field<&Logs::level>("Only what is at least as bad"),
        };
    }
    static constexpr Command command{
        .path = "logs",
        .summary = "Show what the daemons have logged",
        .examples = {{{"logs -f --level warn", "What somebody may have to act on, as it comes"},
                      {"logs paletted -n 20 --since 1h", "One daemon's, lately"}}},
        .positional = {"daemon"},
        .letters = {{{"follow", 'f'}, {"lines", 'n'}}},
        .prints = &printed_log,
        .prints_else = "With --follow a line as it comes; with --json an object a line",
        .daemons = Daemons::never,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
