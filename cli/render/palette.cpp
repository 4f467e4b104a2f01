#include "cli/render/palette.hpp"

#include "api/choice.hpp"
#include "color/hex.hpp"
#include "term/labeled.hpp"
#include "term/relative_time.hpp"
#include "term/safe_text.hpp"
#include "term/swatch.hpp"
#include "term/table.hpp"

#include <algorithm>
#include <vector>

namespace palette::cli {

namespace {

std::vector<color::Color> plain_colors(const api::Colors& colors) {
    std::vector<color::Color> plain;
    plain.reserve(colors.size());
    for (const api::Swatch& swatch : colors)
        plain.push_back(swatch.hex);
    return plain;
}

std::string joined(const api::Tags& tags, std::string_view separator) {
    std::string words;
    for (const api::Tag& tag : tags) {
        if (!words.empty()) words += separator;
        words += tag.text();
    }
    return words;
}

std::string row(std::string_view name, std::string_view value, const View& view) {
    if (value.empty()) return {};
    constexpr std::size_t label_columns = 12;
    return term::labeled(name, value, label_columns, view.painter);
}

std::string credit_rows(const api::Credit& credit, const View& view) {
    const auto line = [&](std::string_view name, const std::optional<api::CreditText>& value) {
        return value ? row(name, value->text(), view) : std::string();
    };
    return line("author", credit.author) + line("source", credit.source) + line("url", credit.url) +
           line("license", credit.license);
}

// Colors that have a name or a role, a line each.
std::string named_colors(const api::Colors& colors, const View& view) {
    std::string lines;
    for (const api::Swatch& swatch : colors) {
        if (!swatch.name && !swatch.role) continue;
        std::string words = swatch.name ? swatch.name->text() : std::string();
        if (swatch.role) words += (words.empty() ? "" : ", ") + swatch.role->text();
        lines += row(color::to_hex(swatch.hex), words, view);
    }
    return lines;
}

std::string when(Timestamp at, const View& view) {
    return rfc3339(at) + ", " + term::relative_time(at, view.now);
}

}  // namespace

term::Painted strip_of(const api::Colors& colors, const View& view) {
    constexpr std::size_t most = 12;
    constexpr std::size_t fewest = 3;
    constexpr std::size_t columns_a_color = 6;  // two of its own, four for the rest of the line
    return term::strip(plain_colors(colors), view.painter,
                       std::clamp(view.columns / columns_a_color, fewest, most));
}

term::Column hex_column() {
    constexpr std::size_t from_columns = 120;
    return {.heading = "HEX", .leaves = 1, .from_columns = from_columns};
}

term::Cell hex_cell(const api::Colors& colors, const View& view) {
    constexpr std::size_t most_shown = 5;
    if (view.painter.is_plain()) return term::Cell("");
    std::string words;
    for (std::size_t i = 0; i < std::min(colors.size(), most_shown); ++i)
        words += (words.empty() ? "" : " ") + color::to_hex(colors[i].hex);
    return term::Cell(words + (colors.size() > most_shown ? " …" : ""));
}

std::string hex_words(const api::Colors& colors) {
    std::string words;
    for (const api::Swatch& swatch : colors)
        words += (words.empty() ? "" : " ") + color::to_hex(swatch.hex);
    return words;
}

constexpr std::array<Column, 7> palette_columns{{{"ref"},
                                                 {"title"},
                                                 {"colors", "blank between"},
                                                 {"tags", "comma between"},
                                                 {"visibility"},
                                                 {"revision"},
                                                 {"created_at"}}};
const Printed printed_palette{.shape = &api::shape_of<api::Palette>, .columns = palette_columns};
const Printed printed_palettes{.shape = &api::shape_of<api::PalettePage>,
                               .columns = palette_columns};

void append_tsv(Tsv& tsv, const api::Palette& palette) {
    tsv.line(palette_columns, palette.ref.text(), palette.title.text(), hex_words(palette.colors),
             joined(palette.tags, ","), api::word_of(palette.visibility),
             std::to_string(palette.revision.number()), rfc3339(palette.created_at));
}

std::string text_of(const api::Palette& palette, const View& view) {
    return strip_of(palette.colors, view).text + "  " + palette.ref.text() + "  " +
           term::safe_line(palette.title.text()) + "\n";
}

std::string text_of(const api::PalettePage& page, const View& view) {
    term::Table table({{.heading = "COLORS", .leaves = 4},
                       hex_column(),
                       {.heading = "REF"},
                       {.heading = "TITLE", .least_columns = 8, .leaves = 3},
                       {.heading = "PUBLISHED", .leaves = 2}});
    for (const api::Palette& palette : page.items) {
        table.add(
            {term::Cell(strip_of(palette.colors, view)), hex_cell(palette.colors, view),
             term::Cell(palette.ref.text()), term::Cell(palette.title.text()),
             term::Cell(term::relative_time(palette.created_at, view.now), view.painter.dim())});
    }
    return table.render(view.painter, view.columns);
}

std::string history_text(const api::PalettePage& page, const View& view) {
    term::Table table({{.heading = "REV"},
                       {.heading = "COLORS", .leaves = 3},
                       hex_column(),
                       {.heading = "TITLE", .least_columns = 8},
                       {.heading = "CHANGED", .leaves = 2}});
    for (const api::Palette& palette : page.items) {
        table.add(
            {term::Cell(std::to_string(palette.revision.number())),
             term::Cell(strip_of(palette.colors, view)), hex_cell(palette.colors, view),
             term::Cell(palette.title.text()),
             term::Cell(term::relative_time(palette.updated_at, view.now), view.painter.dim())});
    }
    return table.render(view.painter, view.columns);
}

constexpr std::array<Column, 2> deleted_columns{{{"ref"}, {"id"}}};
const Printed printed_deleted_palette{.shape = &api::shape_of<api::DeletedPalette>,
                                      .columns = deleted_columns};

void append_tsv(Tsv& tsv, const api::DeletedPalette& gone) {
    tsv.line(deleted_columns, gone.ref.text(), std::to_string(gone.id.number()));
}

std::string text_of(const api::DeletedPalette& gone, const View&) {
    return "deleted " + gone.ref.text() + "\n";
}

constexpr std::array<Column, 1> hex_columns{{{"hex"}}};
const Printed printed_colors_of_palette{
    .shape = &api::shape_of<api::Palette>, .columns = hex_columns, .line_of = "color"};

std::string hex_lines(const api::Palette& palette) {
    std::string lines;
    for (const api::Swatch& swatch : palette.colors)
        lines += color::to_hex(swatch.hex) + "\n";
    return lines;
}

std::string shown_text(const api::Palette& palette, const View& view) {
    const std::string title = term::safe_line(palette.title.text());
    return view.painter.styled(view.painter.bold(), title) + "  " + palette.ref.text() + "\n" +
           term::swatches(plain_colors(palette.colors), view.painter, view.columns);
}

std::string long_text(const api::Palette& palette, const View& view) {
    std::string text = shown_text(palette, view) + "\n";
    text += row("description", palette.description.text(), view);
    text += row("tags", joined(palette.tags, ", "), view);
    text += row("visibility", api::word_of(palette.visibility), view);
    text += row("number", std::to_string(palette.id.number()), view);
    text += row("revision", std::to_string(palette.revision.number()), view);
    text += row("published", when(palette.created_at, view), view);
    if (palette.updated_at != palette.created_at)
        text += row("changed", when(palette.updated_at, view), view);
    if (palette.forked_from) text += row("forked from", palette.forked_from->text(), view);
    if (palette.credit) text += credit_rows(*palette.credit, view);
    return text + named_colors(palette.colors, view);
}

}  // namespace palette::cli
