#include "term/swatch.hpp"

#include "color/hex.hpp"
#include "term/width.hpp"

#include <algorithm>

namespace palette::term {

namespace {

using color::Color;

constexpr std::size_t gap_columns = 1;
constexpr std::size_t strip_columns = 2;  // nearly a square on most screens

std::size_t widest_hex(std::span<const Color> colors) {
    std::size_t widest = 0;
    for (const Color color : colors)
        widest = std::max(widest, color::to_hex(color).size());
    return widest;
}

std::string block(Color color, const Painter& painter, std::size_t columns) {
    return painter.styled(painter.background(color), std::string(columns, ' '));
}

// One line: what `cell` makes of each color, a gap between them.
template <class Cell>
std::string line_of(std::span<const Color> row, Cell cell) {
    std::string line;
    for (const Color color : row) {
        if (!line.empty()) line.append(gap_columns, ' ');
        line += cell(color);
    }
    return line + '\n';
}

}  // namespace

std::string swatches(std::span<const Color> colors, const Painter& painter, std::size_t columns) {
    const std::size_t cell = widest_hex(colors);
    const std::size_t a_row =
        std::max<std::size_t>(1, (columns + gap_columns) / (cell + gap_columns));
    std::string lines;
    while (!colors.empty()) {
        const auto row = colors.first(std::min(a_row, colors.size()));
        if (painter.paints()) {
            lines += line_of(row, [&](Color color) { return block(color, painter, cell); });
        }
        lines += line_of(row, [&](Color color) { return pad(color::to_hex(color), cell); });
        colors = colors.subspan(row.size());
    }
    return lines;
}

Painted strip(std::span<const Color> colors, const Painter& painter, std::size_t most_colors) {
    if (!painter.paints()) {
        std::string count =
            std::to_string(colors.size()) + (colors.size() == 1 ? " color" : " colors");
        const std::size_t columns = count.size();
        return {std::move(count), columns};
    }
    const auto shown = colors.first(std::min(most_colors, colors.size()));
    Painted strip{"", shown.size() * strip_columns};
    for (const Color color : shown)
        strip.text += block(color, painter, strip_columns);
    if (shown.size() < colors.size()) {
        strip.text += "…";
        ++strip.columns;
    }
    return strip;
}

}  // namespace palette::term
