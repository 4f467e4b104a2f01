// The log: what happened, in the order in which it did, and the outbox too.
#pragma once

#include "api/event.hpp"
#include "popularity/core/entries.hpp"
#include "store/txn.hpp"

#include <optional>

namespace palette::popularity {

// Where the log ends.
struct Tail {
    std::uint64_t number = 0;  // of the newest row; 0 when there is none
    Hour hour = 0;
    std::uint64_t events = 0;
    std::uint64_t bytes = 0;
};
[[nodiscard]] Tail tail_of(const store::ReadTxn& log_store);

// Adds a row behind the tail, which is the log's own; the new tail. A clock that goes back does not
// take the hour with it.
[[nodiscard]] Tail append(store::WriteTxn& log_store, const Tail& tail, const Entry& entry,
                          Timestamp now);

// Throws store::Corrupt for bytes that are no entry.
[[nodiscard]] Entry entry_of(std::uint64_t number, const LogRow& row);

// The event that a row is, if it is one. Its revision grows with the row's number.
[[nodiscard]] std::optional<api::NewEvent> event_of(std::uint64_t number, const LogRow& row);
// Whether it is one.
[[nodiscard]] bool is_event(const LogRow& row);
[[nodiscard]] api::NewEvent standing_event(const StandingTold& standing, Timestamp at);

}  // namespace palette::popularity
