// The fold of opinions: what the tables keep of what a person thinks of a palette.
//
// The fold has the last word: what is said of a palette that is gone, or by somebody who is, is
// dropped, and saying it twice is saying it once.
#pragma once

#include "popularity/core/changes.hpp"
#include "popularity/core/entries.hpp"
#include "store/txn.hpp"

#include <cstdint>
#include <limits>

namespace palette::popularity {

// The row of the log that is folded.
struct Place {
    std::uint64_t number = 0;
    Timestamp at{};
};

void apply(store::WriteTxn& tables, Changes& changes, const LikeChanged& change, const Place& row);
void apply(store::WriteTxn& tables, Changes& changes, const RatingChanged& change);
// One a day counts.
void apply(store::WriteTxn& tables, Changes& changes, const Viewed& view);

// Whose opinion, and of what.
struct Holder {
    std::uint64_t palette = 0;
    KnownPalette known{};
    std::uint64_t user = 0;
};
// As if they had never thought anything of it; the row in opinions_of is the caller's.
void take_back_all(store::WriteTxn& tables, Changes& changes, const Holder& holder);

// How the number of a like is kept among the likers of a palette.
[[nodiscard]] constexpr std::uint64_t newest_first(std::uint64_t number) {
    return std::numeric_limits<std::uint64_t>::max() - number;
}

}  // namespace palette::popularity
