// Changing a palette: what is given replaces what is there, in a new revision.
#pragma once

#include "api/palette_change.hpp"
#include "palettes/core/finding.hpp"

namespace palette::palettes {

// invalid_argument, naming `changes`, when a color is not there, a change lacks what it needs, or
// none or too many would be left.
[[nodiscard]] Result<api::Colors> changed_colors(const api::Colors& colors,
                                                 const api::ColorChanges& changes);

// `aborted` when it has not the revision that was asked for. When nothing differs, nothing happens.
[[nodiscard]] Result<StoredPalette> update(store::WriteTxn& txn, const service::Caller& owner,
                                           const api::UpdatePalette& wanted, Timestamp now);

}  // namespace palette::palettes
