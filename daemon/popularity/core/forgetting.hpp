// Palettes that their source no longer has, and their likes. Forgetting hides at once and costs the
// same for any palette; what hangs on it is erased in steps, so that no other write waits long.
#pragma once

#include "outbox/consumer.hpp"
#include "popularity/tables.hpp"
#include "store/txn.hpp"

#include <cstdint>

namespace palette::popularity {

// Numbered from 1; 0 when none was ever begun.
[[nodiscard]] std::uint64_t current_snapshot(const store::ReadTxn& txn);
void begin_snapshot(store::WriteTxn& txn);

// Forgets a palette; its likes stay, out of sight, until they are swept.
void forget(store::WriteTxn& txn, std::uint64_t id, const KnownPalette& known);

// Rows that one step looks at or erases: some milliseconds of the writer's time.
inline constexpr std::size_t most_swept_at_once = 1'000;
// A step: forgets palettes that the current snapshot did not have, then erases forgotten likes.
// Where it stands is in the store: steps go on after a restart.
[[nodiscard]] outbox::Sink::Sweep sweep(store::WriteTxn& txn);

}  // namespace palette::popularity
