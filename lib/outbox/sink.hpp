// What becomes of the events that a consumer takes in: the part that each daemon writes itself.
#pragma once

#include "api/event.hpp"
#include "store/txn.hpp"

#include <cstdint>

namespace palette::outbox {

// Called on the store's writer thread, inside a transaction that may be rolled back and run again.
class Sink {
  public:
    virtual ~Sink() = default;
    // Passes over types it does not know. An event whose revision is older than what is held must
    // change nothing: snapshots and the log overlap.
    virtual void apply(const api::Event& event, store::WriteTxn& txn) = 0;
    // A snapshot begins, anew if the one before did not come to its end, and brings the state of
    // each subject as an event.
    virtual void begin_snapshot(store::WriteTxn& txn) = 0;
    virtual void apply_snapshot(const api::NewEvent& state, store::WriteTxn& txn) = 0;
    // What was held and was not in the snapshot is gone at the source: takes some of it away, in a
    // step that keeps no other write waiting for long. Called until nothing is left to be done.
    enum class Sweep : std::uint8_t { goes_on, done };
    [[nodiscard]] virtual Sweep sweep(store::WriteTxn& txn) = 0;
    // Asked on the consumer's thread before each page: whether more may come already.
    [[nodiscard]] virtual bool has_room() const { return true; }
};

}  // namespace palette::outbox
