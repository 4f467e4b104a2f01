// Where palettes come from, and what was made of them.
#pragma once

#include "api/lineage.hpp"
#include "palettes/core/finding.hpp"

namespace palette::palettes {

// Nobody is told of palettes that they may not see. The line of ancestors ends before the first of
// those, as it would if it were gone.
[[nodiscard]] Result<api::Lineage> lineage_of(const store::ReadTxn& txn,
                                              const api::GetLineage& wanted, const Asker& caller);

}  // namespace palette::palettes
