// The present state as events, in pages, for consumers that cannot catch up from the log.
#pragma once

#include "api/source.hpp"
#include "store/txn.hpp"

#include <string>

namespace palette::palettes {

// invalid_argument for a cursor that was not given by a page before.
[[nodiscard]] Result<api::SnapshotPage> read_snapshot(const store::ReadTxn& txn,
                                                      const std::string& incarnation,
                                                      const api::ReadSnapshot& wanted,
                                                      Timestamp now);

}  // namespace palette::palettes
