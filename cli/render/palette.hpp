// Palettes: the thing, a page of them, and the colors alone.
#pragma once

#include "api/palette.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"
#include "term/paint.hpp"

#include <string>

namespace palette::cli {

// Colors a strip in a table shows at most.
inline constexpr std::size_t most_in_strip = 12;

// ref, title, colors (blank between), tags (comma between), visibility, revision, created_at
void append_tsv(Tsv& tsv, const api::Palette& palette);
// One line: strip, reference, title. References are never cut: they are there to be pasted.
[[nodiscard]] std::string text_of(const api::Palette& palette, const View& view);
[[nodiscard]] std::string text_of(const api::PalettePage& page, const View& view);

// A #rrggbb a line.
[[nodiscard]] std::string hex_lines(const api::Palette& palette);
// Title and reference, then a strip of swatches and one of hex.
[[nodiscard]] std::string shown_text(const api::Palette& palette, const View& view);
// The same and all there is to know.
[[nodiscard]] std::string long_text(const api::Palette& palette, const View& view);

[[nodiscard]] term::Painted strip_of(const api::Colors& colors, const term::Painter& painter);
// "#0b3954 #bfd7ea"
[[nodiscard]] std::string hex_words(const api::Colors& colors);

}  // namespace palette::cli
