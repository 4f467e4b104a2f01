// The revisions of a palette: the present one and the last ones before it, each with its number.
//
// A revision is shown as it was, but under the reference that the palette has now. What was private
// when it was made stays so for others, whatever the palette became.
#pragma once

#include "api/palette_change.hpp"
#include "palettes/core/finding.hpp"

namespace palette::palettes {

// Beside the present one; the oldest goes. A palette takes at most 480 KiB, so these 48 MiB.
inline constexpr std::uint64_t most_kept_revisions = 100;

// Keeps what is about to be replaced.
void keep_revision(store::WriteTxn& txn, const PaletteFacts& facts, api::Revision revision,
                   std::string_view json);

// None when there is none of that number for whoever asks.
[[nodiscard]] std::optional<StoredPalette> find_revision(const store::ReadTxn& txn,
                                                         const PaletteFacts& facts,
                                                         std::uint64_t revision,
                                                         const Asker& caller);

// Newest first.
[[nodiscard]] Result<api::ListRevisions::Stored> list_revisions(const store::ReadTxn& txn,
                                                                const api::ListRevisions& wanted,
                                                                const Asker& caller);

}  // namespace palette::palettes
