// The colors that are one word: hex forms (hex.hpp) and CSS names (css_names.hpp), in any case.
#pragma once

#include "base/result.hpp"
#include "color/color.hpp"
#include "color/parse_fault.hpp"

#include <string_view>

namespace palette::color {

// Of a text with nothing around the word.
[[nodiscard]] tl::expected<Color, ParseFault> parse_word(std::string_view text);

}  // namespace palette::color
