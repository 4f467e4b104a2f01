// The log and the tables together, for those who answer: how a row enters the log, and a view of
// what is true.
//
// The memory about rows that are not folded yet is a cache of the log. The writer compares the two
// by the number of the newest row before each write: after a batch that was rolled back, or a
// commit that failed, they differ, and memory is read anew from the transaction. So a write
// function that runs twice finds what it found the first time.
#pragma once

#include "popularity/core/log.hpp"
#include "popularity/core/view.hpp"
#include "store/store.hpp"

#include <limits>
#include <mutex>

namespace palette::popularity {

// Rows that wait for the fold: some seconds of the fullest load, and as much memory as may be
// spent. Beyond it writes are refused until the fold has caught up.
inline constexpr std::uint64_t most_pending = 250'000;

class Ledger {
    // What the writer may see: its own rows, and those before.
    static constexpr std::uint64_t no_end = std::numeric_limits<std::uint64_t>::max();

  public:
    // Reads what is not folded yet. The tables' store outlives it. Throws store::CannotOpen when
    // one of the two is an older copy that was put back without the other.
    Ledger(const store::ReadTxn& log_store, const store::Store& tables);

    // ---- the log's writer thread -------------------------------------------------------------

    // All that the transaction has, its own rows included. Of what is appended later the view may
    // lack some: take latest() after that.
    [[nodiscard]] View follow(const store::ReadTxn& log_store);
    // The hour of the newest row.
    [[nodiscard]] Hour hour() const { return tail_.hour; }
    // Adds a row. After follow() in the same write function.
    void append(store::WriteTxn& log_store, const Entry& entry, Timestamp now);

    // ---- any thread --------------------------------------------------------------------------

    // All that is committed in the log's snapshot.
    [[nodiscard]] View read(const store::ReadTxn& log_store) const;
    // The same with what may not be committed yet: good enough to know whether a palette is there.
    [[nodiscard]] View latest() const { return {parts(), tables_.read(), no_end}; }
    // Whether there is room for more rows: refuses when most_pending are in memory.
    [[nodiscard]] Result<void> admits() const;

    // ---- the fold's thread -------------------------------------------------------------------

    // A fold begins: what comes from now on is another part.
    void close_part();
    // The tables have all rows through this one, durably.
    void folded(std::uint64_t through);

  private:
    using Parts = std::vector<std::shared_ptr<PendingPart>>;

    void read_anew(const store::ReadTxn& log_store);
    [[nodiscard]] View::Parts parts() const;

    const store::Store& tables_;
    Tail tail_;                 // of the log, as memory has it; the writer's
    mutable std::mutex mutex_;  // held while a row is added: no part is let go meanwhile
    Parts parts_{std::make_shared<PendingPart>(0)};  // guarded by mutex_; the last one is open
};

}  // namespace palette::popularity
