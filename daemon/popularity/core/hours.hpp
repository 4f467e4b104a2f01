// Hours: what leaves a window when an hour begins, and the trend that a palette's hours make.
#pragma once

#include "popularity/tables.hpp"
#include "store/txn.hpp"

#include <cstdint>

namespace palette::popularity {

// Another hour runs: takes what is now too old out of each window's counts and ranks, and lets go
// of what no window needs. However long the step from the hour that ran before.
void turn_hour(store::WriteTxn& txn, Hour before, Hour now);

// Forward decay: log2 of the sum of likes(h) * 2^(h / half-life) over the hours h of the week, in
// parts of 2^20; 0 when there are none. It does not change as time passes, only when one of these
// hours does, and is made of them alone, so that nothing is ever subtracted and no error grows.
// Source: G. Cormode and others, Forward Decay: A Practical Time Decay Model for Streaming Systems,
// ICDE 2009.
[[nodiscard]] std::uint64_t trend_of(const store::ReadTxn& txn, std::uint64_t set, Hour now);
// The same as likes that were given just now: 2^(trend - now / half-life).
[[nodiscard]] double trend_at(std::uint64_t trend, Hour now);
// What a like of that hour weighs now.
[[nodiscard]] double weight_of(Hour hour, Hour now);

}  // namespace palette::popularity
