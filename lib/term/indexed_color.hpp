// The colors of terminals that have a table of them, as xterm fills it by default.
// Source: xterm's 256colres.pl and XTerm-col.ad.
#pragma once

#include "color/color.hpp"

#include <cstdint>
#include <optional>

namespace palette::term {

// Of all 256: 0 to 15 are the ANSI colors, 16 to 231 a cube of 6x6x6, 232 to 255 grays.
[[nodiscard]] color::Color indexed_color(std::uint8_t index);

// The index whose color differs least (color::difference). Of the 256 only cube and grays are
// taken, since people give the first 16 colors of their own.
// `but` is an index that is not to be taken.
using Index = std::optional<std::uint8_t>;
[[nodiscard]] std::uint8_t nearest_of_256(color::Color color, Index but = std::nullopt);
[[nodiscard]] std::uint8_t nearest_of_16(color::Color color, Index but = std::nullopt);

}  // namespace palette::term
