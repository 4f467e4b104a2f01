#include "cli/render/terminal_check.hpp"

#include "base/utf8.hpp"
#include "base/whole_number.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"
#include "term/indexed_color.hpp"
#include "term/labeled.hpp"
#include "term/safe_text.hpp"
#include "term/swatch.hpp"
#include "term/width.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

using term::Depth;
using term::Painter;

// A line is no wider than this, whatever the terminal.
constexpr std::size_t widest_sample = 72;

// A variable may hold anything.
api::Line found(const std::string& value) {
    return api::cut_line(is_utf8(value) ? value : term::safe_line(value));
}

std::string_view columns_source(const term::Surroundings& around) {
    if (around.window_columns > 0) return "window";
    return whole_number<std::size_t>(around.columns).value_or(0) > 0 ? "COLUMNS" : "default";
}

using Facts = std::vector<std::pair<std::string_view, std::string>>;

Facts facts_of(const TerminalCheck& check) {
    return {{"terminal", check.terminal ? "true" : "false"},
            {"depth", std::string(api::word_of(check.depth))},
            {"because", check.because.text()},
            {"columns", std::to_string(check.columns.number())},
            {"columns_from", check.columns_from.text()},
            {"TERM", check.term.text()},
            {"COLORTERM", check.colorterm.text()},
            {"NO_COLOR", check.no_color.text()},
            {"CLICOLOR_FORCE", check.clicolor_force.text()}};
}

std::string cell(color::Color color, const Painter& painter, std::size_t columns) {
    return painter.styled(painter.background(color), std::string(columns, ' '));
}

// All hues of one lightness, so that a step is seen as one.
std::string gradient(std::size_t columns) {
    const Painter painter(Depth::truecolor);
    std::string line;
    for (std::size_t i = 0; i < columns; ++i) {
        const double hue = 360.0 * static_cast<double>(i) / static_cast<double>(columns);
        line += cell(color::to_color({.space = color::Space::oklch, .values = {0.7, 0.12, hue}}),
                     painter, 1);
    }
    return line + "\n";
}

// The cells of a table of colors from one index to before another, a line of them.
std::string indexed(std::size_t from, std::size_t to, const Painter& painter, std::size_t columns) {
    std::string line;
    for (std::size_t i = from; i < to; ++i)
        line += cell(term::indexed_color(static_cast<std::uint8_t>(i)), painter, columns);
    return line + "\n";
}

std::string table_of_256(std::size_t columns) {
    constexpr std::size_t cube = 16;
    constexpr std::size_t grays = 232;
    constexpr std::size_t end = 256;
    constexpr std::size_t a_line = 36;
    const Painter painter(Depth::ansi256);
    const std::size_t cell_columns = columns / a_line;
    std::string lines;
    for (std::size_t from = cube; from < grays; from += a_line)
        lines += indexed(from, from + a_line, painter, cell_columns);
    return lines + indexed(grays, end, painter, cell_columns);
}

// Each color in truth, then as it is shown with fewer.
std::string fallbacks() {
    constexpr std::array<color::Color, 4> samples{
        color::Color{0x0b, 0x39, 0x54}, {0xbf, 0xd7, 0xea}, {0xff, 0x66, 0x63}, {0x8a, 0x9a, 0x5b}};
    constexpr std::size_t columns = 8;
    std::string lines;
    for (const color::Color color : samples) {
        lines += color::to_hex(color);
        for (const Depth depth : {Depth::truecolor, Depth::ansi256, Depth::ansi16})
            lines += " " + term::swatch(color, Painter(depth), columns).text;
        lines += "\n";
    }
    return lines;
}

std::string widths() {
    constexpr std::array<std::string_view, 6> samples{"plain",
                                                      "cafe\u0301",
                                                      "\u65e5\u672c\u8a9e",
                                                      "\U0001F469\u200D\U0001F680 joined",
                                                      "\U0001F1E9\U0001F1EA flag",
                                                      "\u258F\u2026\u2595 edges"};
    constexpr std::size_t columns = 12;
    std::string lines;
    for (const std::string_view sample : samples)
        lines += term::pad(sample, columns) + "|\n";
    return lines;
}

}  // namespace

TerminalCheck terminal_check(term::ColorMode mode, const term::Surroundings& around) {
    const term::DecidedDepth decided = term::decided_depth(mode, around);
    return {.terminal = around.is_terminal,
            .depth = decided.depth,
            .because = found(decided.because),
            .columns = api::Count::clamped(term::columns_of(around)),
            .columns_from = api::cut_line(columns_source(around)),
            .term = found(around.term),
            .colorterm = found(around.colorterm),
            .no_color = found(around.no_color),
            .clicolor_force = found(around.clicolor_force)};
}

constexpr std::array<Column, 2> fact_columns{
    {{"name", "such as depth"}, {"value", "empty when it is not set"}}};
const Printed printed_terminal_check{
    .shape = &api::shape_of<TerminalCheck>, .columns = fact_columns, .line_of = "fact"};

void append_tsv(Tsv& tsv, const TerminalCheck& check) {
    for (const auto& [name, value] : facts_of(check))
        tsv.line(fact_columns, name, value);
}

std::string text_of(const TerminalCheck& check, const View& view) {
    constexpr std::size_t label_columns = 16;
    std::string text;
    for (const auto& [name, value] : facts_of(check))
        text += term::labeled(name, value, label_columns, view.painter);
    const auto part = [&](std::string_view says, const std::string& sample) {
        text += "\n" + std::string(says) + "\n" + sample;
    };
    if (view.painter.paints()) {
        const std::size_t columns = std::min(view.columns, widest_sample);
        part(
            "True color: a band without steps.\n"
            "If so, though depth is less: set COLORTERM=truecolor.\n"
            "If not, though depth is truecolor: unset COLORTERM.",
            gradient(columns));
        part(
            "256 colors: six squares side by side, and grays.\n"
            "If not, though depth is 256: set TERM=xterm.",
            table_of_256(columns));
        part("16 colors: as your theme has them, dark ones, then bright ones.",
             indexed(0, 8, Painter(Depth::ansi16), 4) + indexed(8, 16, Painter(Depth::ansi16), 4));
        part("Colors as they are, and the nearest of 256 and of 16.", fallbacks());
    }
    if (!view.painter.is_plain()) {
        part(
            "Widths: the bars stand in one line.\n"
            "If not, tables are askew where such text is in them.",
            widths());
    }
    return text;
}

}  // namespace palette::cli
