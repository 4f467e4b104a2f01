#include "cli/render/color_seen.hpp"

#include "cli/render/items.hpp"
#include "color/hex.hpp"
#include "term/swatch.hpp"

namespace palette::cli {

constexpr std::array<Column, 1> seen_columns{{{"seen"}}};
const Printed printed_colors_seen{.shape = &api::shape_of<ItemsOf<ColorSeen>>,
                                  .columns = seen_columns};

void append_tsv(Tsv& tsv, const ColorSeen& shown) {
    tsv.line(seen_columns, color::to_hex(shown.seen));
}

std::string text_of(const ColorSeen& shown, const View& view) {
    if (view.painter.is_plain())
        return term::named_hex(shown.hex) + ": seen as " + term::named_hex(shown.seen) + "\n";
    return wide_swatch(shown.hex, view) + color::to_hex(shown.hex) + "  seen as  " +
           wide_swatch(shown.seen, view) + color::to_hex(shown.seen) + "\n";
}

}  // namespace palette::cli
