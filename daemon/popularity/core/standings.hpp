// The standing of a person: the stars that their public palettes were given, all of them together.
// A private one counts for nothing: everybody may see a standing.
//
// Each change is told as an event with the standing as it is then: its revision counts the changes,
// so that it may be told twice and still counts once.
#pragma once

#include "api/source.hpp"
#include "popularity/core/entries.hpp"
#include "store/txn.hpp"

#include <string>
#include <vector>

namespace palette::popularity {

// The fold of a rating, or of a palette that goes, hides or shows itself with those it has. Nothing
// when none changed.
void change_standing(store::WriteTxn& tables, std::uint64_t owner, const Figures& by);
// The fold of what was told.
void mark_told(store::WriteTxn& tables, const StandingTold& told);

inline constexpr std::size_t most_told_at_once = 256;
// Standings that changed and were not told yet.
[[nodiscard]] std::vector<StandingTold> untold(const store::ReadTxn& tables);

// All of them, in pages, as events.
[[nodiscard]] Result<api::SnapshotPage> read_snapshot(const store::ReadTxn& tables,
                                                      const std::string& incarnation,
                                                      const api::ReadSnapshot& wanted,
                                                      Timestamp now);

}  // namespace palette::popularity
