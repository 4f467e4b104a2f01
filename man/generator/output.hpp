// What the pages say of what commands print: columns of tsv, and objects of JSON. Each answers with
// roff.
#pragma once

#include "cli/command_line/command.hpp"

#include <string>
#include <vector>

namespace palette::manual {

// Of one command. Objects are named and no more: objects_of says what is in them.
[[nodiscard]] std::string output_of(const cli::CommandRow& command);
// The section with every object that the commands of a page print, each once; empty without any.
[[nodiscard]] std::string objects_of(const std::vector<const cli::CommandRow*>& commands);

}  // namespace palette::manual
