// Palettes: the thing, a page of them, and the colors alone.
#pragma once

#include "api/palette_change.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"
#include "term/paint.hpp"
#include "term/table.hpp"

#include <string>

namespace palette::cli {

void append_tsv(Tsv& tsv, const api::Palette& palette);
extern const Printed printed_palette;
extern const Printed printed_palettes;
// One line: strip, reference, title.
[[nodiscard]] std::string text_of(const api::Palette& palette, const View& view);
// References are there to be pasted: other columns leave before one is cut.
[[nodiscard]] std::string text_of(const api::PalettePage& page, const View& view);

// The revisions of one palette, a line each.
[[nodiscard]] std::string history_text(const api::PalettePage& page, const View& view);

void append_tsv(Tsv& tsv, const api::DeletedPalette& gone);
extern const Printed printed_deleted_palette;
[[nodiscard]] std::string text_of(const api::DeletedPalette& gone, const View& view);

// A #rrggbb a line.
[[nodiscard]] std::string hex_lines(const api::Palette& palette);
extern const Printed printed_colors_of_palette;
// Title and reference, then a strip of swatches and one of hex.
[[nodiscard]] std::string shown_text(const api::Palette& palette, const View& view);
// The same and all there is to know.
[[nodiscard]] std::string long_text(const api::Palette& palette, const View& view);

// As many colors as leave room for what else is in the line, 12 at most.
[[nodiscard]] term::Painted strip_of(const api::Colors& colors, const View& view);
// "#0b3954 #bfd7ea"
[[nodiscard]] std::string hex_words(const api::Colors& colors);
// Beside a strip in a table, on a terminal that has room for it: the first by hex. Empty in plain
// words, since the strip says them there.
[[nodiscard]] term::Column hex_column();
[[nodiscard]] term::Cell hex_cell(const api::Colors& colors, const View& view);

}  // namespace palette::cli
