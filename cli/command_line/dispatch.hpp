// Which command a command line means.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/command_line/parse.hpp"

namespace palette::cli {

struct Invocation {
    const CommandRow* command;
    Words words;  // those that are not its name
};

// A noun without its verb means help about the noun, no command at all a short help. Refuses what
// is no command, with the nearest.
[[nodiscard]] Result<Invocation> find_command(const Words& words);

// The command of that path; null when there is none.
[[nodiscard]] const CommandRow* command_at(std::string_view path);

// The refusal of what is no command, with the nearest: of one noun, unless that is empty, and of
// `others`.
[[nodiscard]] Error no_command(std::string_view typed, std::string_view noun = {},
                               std::span<const std::string_view> others = {});

// Whether failures are to be told as JSON, for those that come before the options are understood.
[[nodiscard]] bool asks_for_json(const Words& words);

// Understands the command line and runs it.
[[nodiscard]] Result<Exit> run(const Words& words);

}  // namespace palette::cli
