// From the words of a command line to what was given for each row of a command. Which words are
// options, values or positional arguments is CLI11's to say; what values are good is for the rows.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/command_line/global_options.hpp"

#include <string>
#include <vector>

namespace palette::cli {

using Words = std::vector<std::string>;

struct Parsed {
    std::vector<Given> own;  // one for each row of the command
    std::vector<Given>
        global;       // one for each of GlobalOptions that the command does not mean itself
    Words strangers;  // what belongs to no row
};

// `words` are those after the command's own. Refuses (invalid_argument) an option without a value.
[[nodiscard]] Result<Parsed> parse(const CommandRow& command, Words words);

}  // namespace palette::cli
