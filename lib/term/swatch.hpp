// Palettes shown as colors.
#pragma once

#include "color/color.hpp"
#include "term/paint.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace palette::term {

// Rows of swatches, each with the row of their hex under it; a swatch is as wide as the widest hex.
// As many to a row as fit into `columns`, one at least. Every line ends in "\n". Without colors
// only the rows of hex are left.
[[nodiscard]] std::string swatches(std::span<const color::Color> colors, const Painter& painter,
                                   std::size_t columns);

// A strip for a table's cell: two columns a color, after `most_colors` of them an ellipsis. Without
// colors it says how many there are, such as "5 colors".
[[nodiscard]] Painted strip(std::span<const color::Color> colors, const Painter& painter,
                            std::size_t most_colors);

}  // namespace palette::term
