// What the pages say that the descriptions know: commands, options, exit codes, methods, events,
// settings. Each answers with roff.
#pragma once

#include "api/directory.hpp"
#include "cli/command_line/command.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palette::manual {

// Each command, a line each.
[[nodiscard]] std::string list_of_commands();
[[nodiscard]] std::string common_options();
[[nodiscard]] std::string exit_codes();

// Of the commands of one noun: how they are called, and all that is said of them.
[[nodiscard]] std::string synopsis(const std::vector<const cli::CommandRow*>& commands);
[[nodiscard]] std::string descriptions(const std::vector<const cli::CommandRow*>& commands);

[[nodiscard]] std::string methods_of(std::span<const api::MethodRow* const> methods);
[[nodiscard]] std::string kinds_of_error();
[[nodiscard]] std::string events();
// Those of all daemons, then those of one alone.
[[nodiscard]] std::string settings();
// The members of an object on the wire.
[[nodiscard]] std::string members(const api::Shape& shape);

}  // namespace palette::manual
