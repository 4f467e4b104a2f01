// The rules of the log: appended by sources in order, each event once; read by offset.
#pragma once

#include "api/log.hpp"
#include "api/source.hpp"
#include "base/clock.hpp"
#include "broker/core/history.hpp"
#include "broker/core/shown.hpp"
#include "store/txn.hpp"

#include <cstdint>

namespace palette::broker {

// Who writes, and when: the incarnation that the log has in this run of the broker.
struct Writing {
    api::Incarnation log;
    Timestamp now{};
};

// Takes what follows the last sequence held of the source in this incarnation. Events it holds
// already are passed over; a hole is refused as `aborted`. An incarnation that nothing is held of
// begins at 1, or wherever it says that it begins; when another was heard of before, daemons are
// told (source.reset).
[[nodiscard]] Result<api::SourcePosition> append(store::WriteTxn& txn,
                                                 const api::AppendEvents& wanted,
                                                 const Writing& writing);

// Appends an event of the broker's own, and returns its offset. Its source's incarnation is that of
// the log.
std::uint64_t tell(store::WriteTxn& txn, const api::NewEvent& event, const Writing& writing);

[[nodiscard]] api::SourcePosition position_of(const store::ReadTxn& txn,
                                              const api::LocateSource& wanted);

// Which events a reader is given.
struct Reading {
    std::uint64_t after = 0;
    std::size_t limit = 0;
    api::Topics topics{};  // none named: all
    Reader reader = Reader::person;
    std::optional<api::Incarnation> log{};  // as ReadPlace
};
// out_of_range when events above `after` are no longer kept, or that is no place in this log.
[[nodiscard]] Result<api::EventPageOf<api::Encoded<api::Event>>> read(const store::ReadTxn& txn,
                                                                      const Reading& wanted);

[[nodiscard]] api::LogPosition locate(const store::ReadTxn& txn, const api::LocateEvents& wanted);

}  // namespace palette::broker
