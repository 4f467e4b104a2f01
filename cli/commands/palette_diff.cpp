#include "cli/commands/palette_diff.hpp"

#include "cli/render/palette_diff.hpp"
#include "cli/render/print.hpp"

namespace palette::cli {

Result<Exit> PaletteDiff::run(Context& context) const {
    const auto before = one_palette(context, one, {.number = palette});
    if (!before) return refuse(before.error());
    const auto after =
        one_palette(context, other, {.number = other_palette, .option = "--other-palette"});
    if (!after) return refuse(after.error());
    const PaletteDifferences found = differences_of(*before, *after);
    if (context.out().layout() == Layout::people) {
        write_long(context, text_of(found, context.view()));
    } else {
        print_page(context, found, "");
    }
    return found.equal ? Exit::done : Exit::no;
}

}  // namespace palette::cli
