// What is said of a command's arguments and options, read off its rows: for help and the manual.
#pragma once

#include "cli/command_line/command.hpp"

#include <string>
#include <vector>

namespace palette::cli {

// "--limit LIMIT" or "-q, --quiet" or "COLOR...", and what it is.
struct Entry {
    std::string left;
    std::string right;
};

[[nodiscard]] std::vector<Entry> argument_entries(const CommandRow& command);
[[nodiscard]] std::vector<Entry> option_entries(const CommandRow& command);
// "tsv" with its columns and "json" with its members; a second time for what an option changes.
[[nodiscard]] std::vector<Entry> output_entries(const CommandRow& command);
// The options that all commands have, without those that the command means itself or that mean
// nothing to it; without a command, all of them.
[[nodiscard]] std::vector<Entry> common_entries(const CommandRow* command);

// "palettectl palette show [OPTION]... REF"
[[nodiscard]] std::string usage_line(const CommandRow& command);

// Each exit code, what it means, and the kinds of error that end with it.
[[nodiscard]] std::vector<Entry> exit_entries();

}  // namespace palette::cli
