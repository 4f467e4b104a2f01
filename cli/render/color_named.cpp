#include "cli/render/color_named.hpp"

#include "cli/render/items.hpp"
#include "color/hex.hpp"
#include "term/safe_text.hpp"
#include "term/swatch.hpp"

namespace palette::cli {

ColorNamed shown_name(std::string_view given, color::Color color, const color::Naming& nearest) {
    constexpr double percent = 100;
    return {.given = api::cut_line(given),
            .hex = color,
            .name = api::cut_line(nearest.named.name),
            .named = nearest.named.color,
            .difference = difference_of(nearest.difference * percent)};
}

constexpr std::array<Column, 1> named_columns{{{"name"}}};
const Printed printed_colors_named{.shape = &api::shape_of<ItemsOf<ColorNamed>>,
                                   .columns = named_columns};

void append_tsv(Tsv& tsv, const ColorNamed& shown) {
    tsv.line(named_columns, shown.name.text());
}

std::string text_of(const ColorNamed& shown, const View& view) {
    const term::Painter& painter = view.painter;
    const std::string hex = color::to_hex(shown.hex);
    const std::string named = color::to_hex(shown.named);
    const bool is_exact = shown.difference.hundredths() == 0;
    const std::string away =
        is_exact ? "" : named + ", " + decimal_text(shown.difference.hundredths()) + " away";
    if (painter.is_plain())
        return hex + " " + shown.name.text() + (is_exact ? "" : ", which is " + away) + "\n";
    const std::string_view gap = is_narrow(view) ? "\n  " : "  ";
    return wide_swatch(shown.hex, view) + hex + "  " + shown.name.text() +
           (is_exact ? "" : std::string(gap) + painter.styled(painter.dim(), away)) + "\n";
}

}  // namespace palette::cli
