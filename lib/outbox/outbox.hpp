// The outbox: events written in the transaction of the change they tell of, numbered without holes.
//
// A Relay (relay.hpp) hands them to the broker; rows stay until they are acknowledged and have been
// kept long enough for a broker that was restored from a backup.
#pragma once

#include "api/event.hpp"
#include "base/clock.hpp"
#include "store/table.hpp"
#include "store/txn.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

namespace palette::outbox {

struct Row {
    Timestamp written_at{};
    std::uint64_t bytes_through = 0;  // of all events there have been, with this one
    store::Blob event{};              // JSON of api::NewEvent

    static constexpr auto members = std::tuple{&Row::written_at, &Row::bytes_through, &Row::event};
};
inline constexpr store::Table<std::uint64_t, Row> rows{"outbox"};

// Adds an event under the next sequence. Any write function.
void append(store::WriteTxn& txn, const api::NewEvent& event);

// Rows of one batch as the broker takes them. Views into the snapshot.
struct Batch {
    std::uint64_t first = 0;  // the number of events[0]; the others follow
    std::vector<api::Encoded<api::NewEvent>> events{};
};
// From `first` on, at most a page of events. Empty when there are none.
[[nodiscard]] Batch read_batch(const store::ReadTxn& txn, std::uint64_t first);

// Which sequences are kept. When none was ever written, the newest is 0.
struct Kept {
    std::uint64_t first = 1;
    std::uint64_t newest = 0;
};
[[nodiscard]] Kept kept(const store::ReadTxn& txn);

// Acknowledged rows are kept for so long, and as long as all rows together have so many bytes.
inline constexpr std::chrono::hours acknowledged_are_kept{7 * 24};
inline constexpr std::uint64_t most_kept_bytes = std::uint64_t{1} << 30;
inline constexpr std::size_t most_trimmed_at_once = 1'000;
// Erases acknowledged rows that are kept no longer, at most so many at once.
void trim(store::WriteTxn& txn, std::uint64_t acknowledged, Timestamp now);
// Whether trim() would find something to erase.
[[nodiscard]] bool wants_trimming(const store::ReadTxn& txn, std::uint64_t acknowledged,
                                  Timestamp now);

}  // namespace palette::outbox
