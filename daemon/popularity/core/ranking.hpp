// The ranked list: a row for each public palette that somebody likes.
#pragma once

#include "store/txn.hpp"

#include <cstdint>
#include <optional>
#include <tuple>

namespace palette::popularity {

using RankKey = std::tuple<std::uint64_t, std::uint64_t>;

// Sorts more likes first, then the lower number.
[[nodiscard]] RankKey rank_key(std::uint64_t count, std::uint64_t palette_id);
[[nodiscard]] std::uint64_t likes_of(const RankKey& key);

// Moves a palette's row from one count to another; a count of 0 has no row.
void move_rank(store::WriteTxn& txn, std::uint64_t palette_id, std::uint64_t from,
               std::uint64_t to);

}  // namespace palette::popularity
