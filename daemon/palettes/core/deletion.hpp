// The end of palettes and of accounts. A mark hides at once what hangs on it; that is swept in
// small steps, so that no other write waits for long, and which a restart goes on with.
#pragma once

#include "api/palette_change.hpp"
#include "palettes/tables.hpp"
#include "service/call.hpp"
#include "store/txn.hpp"

#include <cstdint>

namespace palette::palettes {

// Its slug is free again; its number never comes back.
[[nodiscard]] Result<api::DeletedPalette> delete_palette(store::WriteTxn& txn,
                                                         const service::Caller& owner,
                                                         const api::PaletteRef& ref, Timestamp now);

// Ends every session and token of theirs. Nothing of theirs is shown from now on, and their name is
// never given out again. There must be such a user.
void close_account(store::WriteTxn& txn, std::uint64_t user_id, Timestamp now);

// Palettes of somebody who left that one step takes away, and revisions of a deleted palette.
inline constexpr std::size_t most_palettes_a_step = 16;
inline constexpr std::size_t most_revisions_a_step = 16;
inline constexpr std::size_t most_slug_numbers_a_step = 200;

[[nodiscard]] bool wants_sweeping(const store::ReadTxn& txn);
// One step. Does nothing when there is nothing to sweep.
void sweep_deleted(store::WriteTxn& txn, Timestamp now);

}  // namespace palette::palettes
