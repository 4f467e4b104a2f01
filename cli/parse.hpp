// From the words of a command line to what was given for each row of a command. Which words are
// options, values or positional arguments is CLI11's to say; what values are good is for the rows.
#pragma once

#include "cli/command.hpp"
#include "cli/global_options.hpp"

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

// The refusal of the first stranger, with the nearest option. There must be one.
[[nodiscard]] Error stranger_error(const CommandRow& command, const Parsed& parsed);

// "--no-input" of no_input; "REF" of ref.
[[nodiscard]] std::string option_name(std::string_view member);
[[nodiscard]] std::string placeholder(std::string_view member);

[[nodiscard]] bool is_positional(const Command& command, std::string_view member);
// Its short form; 0 when it has none.
[[nodiscard]] char letter_of(const Command& command, std::string_view member);

}  // namespace palette::cli
