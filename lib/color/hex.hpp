// Hexadecimal notation of colors. Source: CSS Color 4, section 5.2.
#pragma once

#include "color/color.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace palette::color {

// Reads rgb, rgba, rrggbb and rrggbbaa in any case, with or without a # before it; nothing else,
// no white space. For the reason of a refusal see parse.hpp.
[[nodiscard]] std::optional<Color> parse_hex(std::string_view text);

// Lower case "#rrggbb"; "#rrggbbaa" when the color is not opaque.
[[nodiscard]] std::string to_hex(Color color);

}  // namespace palette::color
