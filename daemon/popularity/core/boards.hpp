// The ranked lists: for each measure and window, and for the trend, a row for each public palette
// that has a value in it.
#pragma once

#include "api/popularity.hpp"
#include "popularity/tables.hpp"
#include "store/txn.hpp"

#include <cstdint>
#include <limits>

namespace palette::popularity {

// Which list; never renumbered.
using Board = std::uint8_t;
[[nodiscard]] Board board_of(api::Measure by, api::Window window);
inline constexpr Board trending_board = 12;

[[nodiscard]] const Figures& figures_in(const TotalsRow& row, api::Window window);

// What a palette is worth by a measure: more is better, 0 is not listed. By rating it is
// (stars + prior_stars) / (ratings + prior_ratings), in parts of 2^20.
[[nodiscard]] std::uint64_t value_of(api::Measure by, const Figures& figures);

// Moves a palette's rows from what they were to what they are; a hidden palette has none.
void rerank(store::WriteTxn& txn, std::uint64_t palette, const TotalsRow& before,
            const TotalsRow& after);
inline constexpr TotalsRow no_totals{};

// How a row is kept: larger values first, then the lower number.
inline constexpr std::uint64_t largest_value = std::numeric_limits<std::uint64_t>::max();

}  // namespace palette::popularity
