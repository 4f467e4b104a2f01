// The ranked list: a row for each public palette that somebody likes.
#pragma once

#include "api/popularity.hpp"
#include "base/clock.hpp"
#include "store/txn.hpp"

#include <cstdint>

namespace palette::popularity {

// Moves a palette's row from one count to another; a count of 0 has no row.
void move_rank(store::WriteTxn& txn, std::uint64_t palette_id, std::uint64_t from,
               std::uint64_t to);

// Most liked first; among equals the older palette. invalid_argument for a cursor that no page
// gave.
[[nodiscard]] Result<api::ListPopular::Stored> popular(const store::ReadTxn& txn,
                                                       const api::ListPopular& wanted,
                                                       Timestamp now);

}  // namespace palette::popularity
