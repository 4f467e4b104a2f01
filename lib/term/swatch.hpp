// Colors shown as colors.
//
// The background of a terminal is not known, and a color may be the same: so whatever is shown has
// edges in the color of the terminal's text, which can be seen on it.
#pragma once

#include "color/color.hpp"
#include "term/paint.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace palette::term {

// What a color is called where it is not shown: "#0b3954 Incremental Blue", with the name that CSS
// has for it, or else the nearest of many.
[[nodiscard]] std::string named_hex(color::Color color);

// A swatch of so many columns, two at least. Nothing without colors.
[[nodiscard]] Painted swatch(color::Color color, const Painter& painter, std::size_t columns);

// Rows of swatches, each with the row of their hex under it; a swatch is as wide as the widest hex.
// As many to a row as fit into `columns`, one at least. Every line ends in "\n". Without colors
// only the rows of hex are left; in plain words there is a line for each, with its name.
[[nodiscard]] std::string swatches(std::span<const color::Color> colors, const Painter& painter,
                                   std::size_t columns);

// A strip without gaps, as for a table's cell: so many columns a color, two at least, and an
// ellipsis after `most_colors` of them. Two columns are nearly a square on most screens. Without
// colors it says how many there are, such as "5 colors"; in plain words it names them.
[[nodiscard]] Painted strip(std::span<const color::Color> colors, const Painter& painter,
                            std::size_t most_colors, std::size_t columns_a_color = 2);

}  // namespace palette::term
