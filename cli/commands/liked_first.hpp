// Palettes, the most liked first: those that are liked, as palette-popularityd has them, then the
// rest, newest first, as paletted has them.
//
// A page stands in one part of the list, or in both. None of it comes twice while opinions stay as
// they are; one that somebody begins to like, or likes no more, between two pages changes its part.
#pragma once

#include "cli/commands/palette.hpp"
#include "cli/context.hpp"

namespace palette::cli {

// Needs palette-popularityd, and paletted where the page comes to the rest. invalid_argument for a
// cursor of another order.
[[nodiscard]] Result<api::PalettePage> liked_first(Context& context, const PaletteList& wanted);

}  // namespace palette::cli
