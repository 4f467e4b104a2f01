#include "term/swatch.hpp"

#include "base/counted.hpp"
#include "color/hex.hpp"
#include "color/naming.hpp"
#include "term/width.hpp"

#include <algorithm>

namespace palette::term {

namespace {

using color::Color;

constexpr std::size_t gap_columns = 1;
// Lines of an eighth of a column, in the color of the text.
constexpr std::string_view left_edge = "▏";
constexpr std::string_view right_edge = "▕";
constexpr std::size_t edges = 2;

std::size_t widest_hex(std::span<const Color> colors) {
    std::size_t widest = 0;
    for (const Color color : colors)
        widest = std::max(widest, color::to_hex(color).size());
    return widest;
}

std::string block(Color color, const Painter& painter, std::string_view text) {
    return painter.styled(painter.background(color), text);
}

// "2 colors: #0b3954 Incremental Blue, #bfd7ea Pale Blue"
std::string told(std::span<const Color> colors, std::size_t most_colors) {
    std::string text = counted(colors.size(), "color");
    for (std::size_t i = 0; i < std::min(most_colors, colors.size()); ++i)
        text += (i == 0 ? ": " : ", ") + named_hex(colors[i]);
    if (colors.size() > most_colors)
        text += " and " + std::to_string(colors.size() - most_colors) + " more";
    return text;
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

std::string named_hex(Color color) {
    return color::to_hex(color) + " " + std::string(color::nearest_name(color).named.name);
}

Painted swatch(Color color, const Painter& painter, std::size_t columns) {
    if (!painter.paints()) return {};
    const std::size_t width = std::max(columns, edges);
    const std::string inside(width - edges, ' ');
    return {block(color, painter, std::string(left_edge) + inside + std::string(right_edge)),
            width};
}

std::string swatches(std::span<const Color> colors, const Painter& painter, std::size_t columns) {
    std::string lines;
    if (painter.is_plain()) {
        for (const Color color : colors)
            lines += named_hex(color) + '\n';
        return lines;
    }
    const std::size_t cell = widest_hex(colors);
    const std::size_t a_row =
        std::max<std::size_t>(1, (columns + gap_columns) / (cell + gap_columns));
    while (!colors.empty()) {
        const auto row = colors.first(std::min(a_row, colors.size()));
        if (painter.paints()) {
            lines += line_of(row, [&](Color color) { return swatch(color, painter, cell).text; });
        }
        lines += line_of(row, [&](Color color) { return pad(color::to_hex(color), cell); });
        colors = colors.subspan(row.size());
    }
    return lines;
}

Painted strip(std::span<const Color> colors, const Painter& painter, std::size_t most_colors,
              std::size_t columns_a_color) {
    if (!painter.paints()) {
        std::string text =
            painter.is_plain() ? told(colors, most_colors) : counted(colors.size(), "color");
        const std::size_t columns = width(text);
        return {std::move(text), columns};
    }
    const auto shown = colors.first(std::min(most_colors, colors.size()));
    const std::size_t width_of_one = std::max(columns_a_color, edges);
    const std::string inside(width_of_one - edges, ' ');
    Painted strip{"", shown.size() * width_of_one};
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const std::string_view left = i == 0 ? left_edge : " ";
        const std::string_view right = i + 1 == shown.size() ? right_edge : " ";
        strip.text += block(shown[i], painter, std::string(left) + inside + std::string(right));
    }
    if (shown.size() < colors.size()) {
        strip.text += "…";
        ++strip.columns;
    }
    return strip;
}

}  // namespace palette::term
