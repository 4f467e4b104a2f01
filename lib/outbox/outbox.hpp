// The outbox: events written in the transaction of the change they tell of, numbered without holes.
//
// A Relay (relay.hpp) hands them to the broker; rows stay until they are acknowledged and have been
// kept long enough for a broker that was restored from a backup.
#pragma once

#include "api/event.hpp"
#include "base/clock.hpp"
#include "outbox/erasing.hpp"
#include "outbox/event_rows.hpp"
#include "store/table.hpp"
#include "store/txn.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

namespace palette::outbox {

struct Row {
    Timestamp written_at{};
    std::uint64_t bytes_through = 0;  // of all events there have been, with this one
    store::Blob event{};              // JSON of api::NewEvent

    static constexpr auto members = std::tuple{&Row::written_at, &Row::bytes_through, &Row::event};
};
inline constexpr store::Table<std::uint64_t, Row> rows{"outbox"};

// What a store with an outbox has among its tables.
inline constexpr std::array outbox_tables{rows.name, subjects.name, erasures.name};

// Adds an event under the next sequence. One that erases takes the data of its subject's earlier
// events. Any write function.
void append(store::WriteTxn& txn, const api::NewEvent& event);

// The outbox as a relay sees it: a row an event, under its sequence.
class OutboxRows final : public EventRows {
  public:
    [[nodiscard]] Kept kept(const store::ReadTxn& txn) const override;
    [[nodiscard]] std::optional<Timestamp> written_at(const store::ReadTxn& txn,
                                                      std::uint64_t sequence) const override;
    [[nodiscard]] Batch read_batch(const store::ReadTxn& txn, std::uint64_t first) const override;
    [[nodiscard]] bool wants_trimming(const store::ReadTxn& txn, std::uint64_t acknowledged,
                                      Timestamp now) const override;
    void trim(store::WriteTxn& txn, std::uint64_t acknowledged, Timestamp now) const override;
};
inline const OutboxRows outbox_rows{};

}  // namespace palette::outbox
