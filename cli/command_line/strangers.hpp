// What to say of a word that belongs to no row of a command.
#pragma once

#include "cli/command_line/parse.hpp"

namespace palette::cli {

// The refusal of the first stranger, with the nearest option. There must be one.
[[nodiscard]] Error stranger_error(const CommandRow& command, const Parsed& parsed);

}  // namespace palette::cli
