// The fold: rows of the log into the tables, one after the other, in one transaction.
//
// The tables are a function of the log's rows: no clock, no chance, and nothing that depends on how
// many rows one transaction takes.
#pragma once

#include "popularity/core/changes.hpp"
#include "popularity/core/entries.hpp"
#include "store/store.hpp"

#include <cstdint>

namespace palette::popularity {

class Fold {
  public:
    explicit Fold(store::WriteTxn& tables);

    // The next row.
    void apply(std::uint64_t number, const LogRow& row);
    // Writes what was gathered, and the cursor.
    void finish();

  private:
    store::WriteTxn& txn_;
    FoldRow at_;
    Changes changes_;
};

// A transaction's rows at most, and their bytes: large, for each changed page is written once for
// all of them; and bounded, for its pages are in memory until it ends.
inline constexpr std::size_t most_folded_at_once = 50'000;
inline constexpr std::size_t most_bytes_folded_at_once = std::size_t{64} << 20;

// Folds what the log has beyond the tables, as much as one transaction takes, durably. The rows
// that are folded now end with this number. Refused as a write is.
[[nodiscard]] Result<std::uint64_t> fold_some(const store::Store& log_store, store::Store& tables);

}  // namespace palette::popularity
