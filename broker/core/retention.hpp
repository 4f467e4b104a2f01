// How long the log is kept: by age and by size, and longer for a consumer that has not read it yet,
// up to a limit beyond which that consumer is lost and returns by a snapshot.
#pragma once

#include "base/clock.hpp"
#include "broker/core/forgetting.hpp"
#include "store/txn.hpp"

#include <chrono>
#include <cstdint>

namespace palette::broker {

struct Retention {
    std::chrono::milliseconds age{};  // events that are older go
    std::uint64_t bytes = 0;          // and so do the oldest when all have more than this
    std::uint64_t held_bytes = 0;     // but not before all consumers read them, up to so many
};

// Rows that a step erases: some milliseconds of the writer's time.
inline constexpr std::size_t most_trimmed_at_once = 1'000;
// Erases the oldest events that need not be kept, but never the newest of all; marks consumers as
// lost that the log can wait for no longer.
[[nodiscard]] Sweep trim(store::WriteTxn& txn, const Retention& retention, Timestamp now);
// Whether trim() would find something to do.
[[nodiscard]] bool wants_trimming(const store::ReadTxn& txn, const Retention& retention,
                                  Timestamp now);

// Of all events that are kept.
[[nodiscard]] std::uint64_t kept_bytes(const store::ReadTxn& txn);

}  // namespace palette::broker
