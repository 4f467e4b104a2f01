// Colors as they are given on a command line: words, or `-` for stdin, one a line.
#pragma once

#include "api/palette.hpp"
#include "cli/command_line/values.hpp"

namespace palette::cli {

class Context;

using ColorWords = api::List<ColorText, 1, api::Colors::most>;

inline constexpr api::TextRule color_line_rule{
    "ColorLine", "colors with commas between, or - for stdin", "'#0b3954,#bfd7ea'", 1, 512 * 1024};
using ColorLine = api::Text<color_line_rule>;

// Refuses (invalid_argument) what is no color, after showing it with a caret under the place.
[[nodiscard]] Result<api::Colors> read_colors(Context& context, const ColorWords& words);
[[nodiscard]] Result<api::Colors> read_color_line(Context& context, const ColorLine& line);
// One of them; `place` says where it stands.
[[nodiscard]] Result<api::Swatch> read_color(const Context& context, std::string_view text,
                                             const std::string& place);

}  // namespace palette::cli
