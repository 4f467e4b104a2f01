#include "term/indexed_color.hpp"

#include "color/convert.hpp"
#include "color/difference.hpp"

#include <array>
#include <limits>

namespace palette::term {

namespace {

using color::Color;

constexpr std::size_t cube_begin = 16;
constexpr std::size_t gray_begin = 232;
constexpr std::size_t table_size = 256;

constexpr std::array<Color, cube_begin> ansi_colors{
    Color{0x00, 0x00, 0x00}, Color{0xCD, 0x00, 0x00}, Color{0x00, 0xCD, 0x00},
    Color{0xCD, 0xCD, 0x00}, Color{0x00, 0x00, 0xEE}, Color{0xCD, 0x00, 0xCD},
    Color{0x00, 0xCD, 0xCD}, Color{0xE5, 0xE5, 0xE5}, Color{0x7F, 0x7F, 0x7F},
    Color{0xFF, 0x00, 0x00}, Color{0x00, 0xFF, 0x00}, Color{0xFF, 0xFF, 0x00},
    Color{0x5C, 0x5C, 0xFF}, Color{0xFF, 0x00, 0xFF}, Color{0x00, 0xFF, 0xFF},
    Color{0xFF, 0xFF, 0xFF}};

constexpr std::array<std::uint8_t, 6> cube_levels{0, 95, 135, 175, 215, 255};

using Table = std::array<color::Vector, table_size>;

color::Vector oklab_of(Color color) {
    return color::convert(color::coordinates_of(color).values, color::Space::srgb,
                          color::Space::oklab);
}

Table make_table() {
    Table table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = oklab_of(indexed_color(static_cast<std::uint8_t>(i)));
    }
    return table;
}

// The index in [begin, end) of the table, and not `but`, that differs least from the color.
std::uint8_t nearest(Color color, std::size_t begin, std::size_t end, Index but) {
    static const Table table = make_table();
    const color::Vector wanted = oklab_of(color);
    std::size_t best = begin;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = begin; i < end; ++i) {
        if (but && i == *but) continue;
        const double distance = color::delta_e_ok(table[i], wanted);
        if (distance >= least) continue;
        least = distance;
        best = i;
    }
    return static_cast<std::uint8_t>(best);
}

}  // namespace

Color indexed_color(std::uint8_t index) {
    if (index < cube_begin) return ansi_colors[index];
    if (index >= gray_begin) {
        const auto gray = static_cast<std::uint8_t>(8 + 10 * (index - gray_begin));
        return {gray, gray, gray};
    }
    const std::size_t place = index - cube_begin;
    return {cube_levels[place / 36], cube_levels[place / 6 % 6], cube_levels[place % 6]};
}

std::uint8_t nearest_of_256(Color color, Index but) {
    return nearest(color, cube_begin, table_size, but);
}

std::uint8_t nearest_of_16(Color color, Index but) {
    return nearest(color, 0, cube_begin, but);
}

}  // namespace palette::term
