// How members of a command are called on a command line.
#pragma once

#include "cli/command_line/command.hpp"

#include <string>
#include <string_view>

namespace palette::cli {

// "--no-input" of no_input.
[[nodiscard]] std::string option_name(std::string_view member);
// What stands for a value: "REF" of the member ref, "LOG-NAME" of the shape LogName.
[[nodiscard]] std::string placeholder(std::string_view name);

[[nodiscard]] bool is_positional(const Command& command, std::string_view member);
// The option that a word is, such as --no-input or -q; null when it is none.
[[nodiscard]] const api::Member* option_named(const api::Shape& shape, const Command& command,
                                              std::string_view word);
// Whether a command means its own option by that name and not the common one.
[[nodiscard]] bool has_own_option(const CommandRow& command, std::string_view member);
// Whether the common option of that name means anything to a command.
[[nodiscard]] bool takes_common_option(const CommandRow& command, std::string_view member);
// Its short form; 0 when it has none.
[[nodiscard]] char letter_of(const Command& command, std::string_view member);

}  // namespace palette::cli
