// The rules of the log: appended by sources in order, each event once; read by offset.
#pragma once

#include "api/log.hpp"
#include "api/source.hpp"
#include "base/clock.hpp"
#include "store/txn.hpp"

#include <cstdint>

namespace palette::broker {

// Takes what follows the last sequence held of the source in this incarnation. Events it holds
// already are passed over; a hole is refused as `aborted`. An incarnation that nothing is held of
// begins at 1, or wherever it says that it begins.
[[nodiscard]] Result<api::SourcePosition> append(store::WriteTxn& txn,
                                                 const api::AppendEvents& wanted, Timestamp now);

[[nodiscard]] api::SourcePosition position_of(const store::ReadTxn& txn,
                                              const api::LocateSource& wanted);

// Which events a reader is given.
struct Reading {
    std::uint64_t after = 0;
    std::size_t limit = 0;
    api::Topics topics{};  // none named: all
    bool only_public = true;
};
// out_of_range when events above `after` are no longer kept.
[[nodiscard]] Result<api::EventPageOf<api::Encoded<api::Event>>> read(const store::ReadTxn& txn,
                                                                      const Reading& wanted);

[[nodiscard]] api::LogPosition locate(const store::ReadTxn& txn, std::optional<Timestamp> since);

}  // namespace palette::broker
