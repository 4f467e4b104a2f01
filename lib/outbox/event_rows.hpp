// What a relay hands over: events that a store keeps, numbered without holes within its
// incarnation. A port: how a store keeps them is its own affair. outbox.hpp is one row an event; a
// store that keeps another kind of log can tell its events from that.
//
// Called on any thread, with transactions of the store that is relayed. Keeps no state.
#pragma once

#include "api/event.hpp"
#include "base/clock.hpp"
#include "store/txn.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace palette::outbox {

// Events of one batch as the broker takes them; they may be views into the snapshot.
struct Batch {
    std::uint64_t first = 0;  // the sequence of events[0]; the others follow
    std::vector<api::Encoded<api::NewEvent>> events{};
    bool is_full = false;  // there may be more
};

// Which sequences are kept. When none was ever written, the newest is 0.
struct Kept {
    std::uint64_t first = 1;
    std::uint64_t newest = 0;
};

// Acknowledged events are kept for so long, and as long as all that is kept has so many bytes: a
// broker that was put back from a copy asks for them again.
inline constexpr std::chrono::hours acknowledged_are_kept{7 * 24};
inline constexpr std::uint64_t most_kept_bytes = std::uint64_t{1} << 30;
inline constexpr std::size_t most_trimmed_at_once = 1'000;

class EventRows {
  public:
    virtual ~EventRows() = default;

    [[nodiscard]] virtual Kept kept(const store::ReadTxn& txn) const = 0;
    // When the event of that sequence was written; none when it is not kept.
    [[nodiscard]] virtual std::optional<Timestamp> written_at(const store::ReadTxn& txn,
                                                              std::uint64_t sequence) const = 0;
    // From `first` on, at most a page of events. Empty when there are none.
    [[nodiscard]] virtual Batch read_batch(const store::ReadTxn& txn,
                                           std::uint64_t first) const = 0;
    // Whether trim() would find something to erase.
    [[nodiscard]] virtual bool wants_trimming(const store::ReadTxn& txn, std::uint64_t acknowledged,
                                              Timestamp now) const = 0;
    // Erases what is kept no longer, at most so many rows at once, and a step of what may not be
    // told any more. The newest event stays.
    virtual void trim(store::WriteTxn& txn, std::uint64_t acknowledged, Timestamp now) const = 0;
};

}  // namespace palette::outbox
