// Lists of palettes: by owner and tag, newest first or in the order of their references.
#pragma once

#include "palettes/core/finding.hpp"

namespace palette::palettes {

// Of one person, or all that are public and the caller's own. not_found when the person is none.
[[nodiscard]] Result<api::ListPalettes::Stored> list(const store::ReadTxn& txn,
                                                     const api::ListPalettes& wanted,
                                                     const Asker& caller);

}  // namespace palette::palettes
