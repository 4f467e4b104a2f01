// The thread that folds the log into the tables, and puts into the log what only time and the
// tables know: that an hour has begun, that there is something to sweep, whose standing changed.
#pragma once

#include "outbox/outage.hpp"
#include "outbox/surroundings.hpp"
#include "outbox/worker.hpp"
#include "popularity/core/fold.hpp"
#include "popularity/core/ledger.hpp"

#include <atomic>
#include <chrono>

namespace palette::popularity {

class Folder {
  public:
    // A fold begins so long after the one before ended; so lists are behind by this and a fold.
    // Under a flood each fold rewrites many pages, and fewer a row the more rows there are: the
    // pause grows with what a fold takes, so that the disk is mostly the log's.
    static constexpr std::chrono::milliseconds shortest_pause{150};
    static constexpr std::chrono::milliseconds longest_pause{1'000};
    static constexpr int pause_to_fold = 8;
    // While nobody writes, the hour is looked at so often.
    static constexpr std::chrono::milliseconds idle{1'000};

    // Starts the thread. `around.store` is the log's; all outlive it.
    Folder(outbox::Surroundings around, store::Store& tables, Ledger& ledger);

  private:
    std::chrono::milliseconds round();
    void woken();
    void failed(std::string_view why);

    outbox::Surroundings around_;
    store::Store& tables_;
    Ledger& ledger_;
    outbox::Outage outage_;
    std::atomic<bool> is_idle_ = false;
    outbox::Worker worker_;
    store::Hook wake_on_commit_;
};

// Folds until the tables have all that the log's store has. Whether there was anything.
[[nodiscard]] Result<bool> fold_all(const store::Store& log_store, store::Store& tables,
                                    Ledger& ledger);
// What follows from the tables and the time, as rows of the log. Whether there was anything.
[[nodiscard]] Result<bool> append_what_follows(store::Store& log_store, const store::Store& tables,
                                               Ledger& ledger, Timestamp now);

}  // namespace palette::popularity
