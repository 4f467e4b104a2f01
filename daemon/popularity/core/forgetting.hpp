// Palettes that their source no longer has, people who are gone, and what they thought. Forgetting
// hides at once and costs the same for any palette; what hangs on it is erased in steps, so that
// nobody waits long. A step is a row of the log: where it stands is in the tables.
#pragma once

#include "popularity/core/changes.hpp"
#include "popularity/tables.hpp"
#include "store/txn.hpp"

#include <cstdint>

namespace palette::popularity {

[[nodiscard]] SnapshotRow snapshot_row(const store::ReadTxn& tables);
// What was known before and is not told of until it ends is gone.
void begin_snapshot(store::WriteTxn& tables);
void end_snapshot(store::WriteTxn& tables);

// Forgets a palette; its opinions stay, out of sight, until they are swept.
void forget(store::WriteTxn& tables, std::uint64_t id, const KnownPalette& known);
// All that this person thought is taken back, in steps.
void dismiss(store::WriteTxn& tables, std::uint64_t user, Hour now);
// A snapshot has this person. Who had left is back, by a copy of paletted's store that was put
// back.
void welcome(store::WriteTxn& tables, std::uint64_t user);
// This person says something: they are there, although a snapshot that is being loaded or swept may
// not have them. They registered after it had told of people.
void hear_from(store::WriteTxn& tables, std::uint64_t user);

// Rows that one step looks at or erases: some milliseconds.
inline constexpr std::size_t most_swept_at_once = 1'000;
[[nodiscard]] bool wants_sweeping(const store::ReadTxn& tables);
// A step.
void sweep(store::WriteTxn& tables, Changes& changes);

}  // namespace palette::popularity
