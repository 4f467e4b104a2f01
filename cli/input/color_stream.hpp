// Colors for commands that work on colors alone: words of the command line, or the lines of stdin,
// however many, for `-` and where no word is given and nobody types.
#pragma once

#include "cli/command_line/values.hpp"
#include "color/css_notation.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace palette::cli {

class Context;

inline constexpr std::size_t most_color_words = 8'192;
using ColorArguments = api::List<ColorText, 0, most_color_words>;

// A color, and how it was written.
struct GivenColor {
    std::string_view text{};  // until the next one
    color::Notation notation{};
};
// May refuse to take more, which ends it.
using TakeColor = std::function<Result<void>(const GivenColor&)>;

// A longer line of stdin is no color.
inline constexpr std::size_t longest_color_line_bytes = 4'096;

// Each color in turn. Words are all read before the first is taken; of stdin no more is held than a
// block and a line. Refuses (invalid_argument) what is no color, after showing it with a caret
// under the place, and when there is none at all.
[[nodiscard]] Result<void> each_color(Context& context, const ColorArguments& words,
                                      const TakeColor& take);

// All of them, at most most_color_words.
[[nodiscard]] Result<std::vector<color::Coordinates>> all_colors(Context& context,
                                                                 const ColorArguments& words);

// One that is an argument of its own; `place` says which.
[[nodiscard]] Result<color::Notation> one_color(const Context& context, const ColorText& word,
                                                std::string_view place);

}  // namespace palette::cli
