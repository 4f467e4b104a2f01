// Help, read off the rows of the commands.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/render/output.hpp"

#include <string>

namespace palette::cli {

// About a command; about all when it is none (`palettectl --help`).
[[nodiscard]] std::string help_of(const CommandRow& command, const View& view);
// What `palettectl` alone says: how to begin.
[[nodiscard]] std::string first_help(const View& view);
// All commands, or those of a noun.
[[nodiscard]] std::string overview(std::string_view noun, const View& view);
[[nodiscard]] std::string exit_codes_help(const View& view);

}  // namespace palette::cli
