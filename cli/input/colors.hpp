// Colors as they are given on a command line: words, or `-` for stdin, one a line.
#pragma once

#include "api/palette.hpp"
#include "cli/command_line/values.hpp"

namespace palette::cli {

class Context;

using ColorWords = api::List<ColorText, 1, api::Colors::most>;

// Refuses (invalid_argument) what is no color, after showing it with a caret under the place.
[[nodiscard]] Result<api::Colors> read_colors(Context& context, const ColorWords& words);

}  // namespace palette::cli
