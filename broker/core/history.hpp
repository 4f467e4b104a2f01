// Which incarnation of the log wrote which part of it.
//
// Each run of the broker is another incarnation, noted with the first event that it appends. Within
// one the log only grows, so a place in it (an offset and the incarnation that wrote it) is a place
// in this log or is not: when it is, everything before it is what its reader saw. A copy of the
// store that was put back goes on under another incarnation, however soon its offsets pass those
// that readers have seen. (The same idea as leader epochs in Kafka, KIP-101.)
#pragma once

#include "api/event.hpp"
#include "base/result.hpp"
#include "store/txn.hpp"

#include <cstdint>
#include <optional>

namespace palette::broker {

// How far a reader has come, and in which incarnation; none: it does not say, or read nothing yet.
struct ReadPlace {
    std::uint64_t after = 0;
    std::optional<api::Incarnation> log{};
};

// The oldest offset kept, 1 when none was ever written; the newest, or 0.
[[nodiscard]] std::uint64_t first_offset(const store::ReadTxn& txn);
[[nodiscard]] std::uint64_t head_offset(const store::ReadTxn& txn);

// `writer` writes from this offset on.
void note_life(store::WriteTxn& txn, std::uint64_t offset, const api::Incarnation& writer);
// Forgets incarnations that wrote nothing of what is kept.
void trim_lives(store::WriteTxn& txn, std::uint64_t first_kept);

// None at 0, where every log begins.
[[nodiscard]] std::optional<api::Incarnation> log_at(const store::ReadTxn& txn,
                                                     std::uint64_t offset);

// The last offset that the incarnation which wrote this one has written, or will have.
[[nodiscard]] std::uint64_t end_of_life(const store::ReadTxn& txn, std::uint64_t offset);

// out_of_range when it is no place in this log.
[[nodiscard]] Result<void> check_place(const store::ReadTxn& txn, const ReadPlace& place);
// The last offset up to which this log is what the reader of that place has seen.
[[nodiscard]] std::uint64_t shared_through(const store::ReadTxn& txn, const ReadPlace& place);

}  // namespace palette::broker
