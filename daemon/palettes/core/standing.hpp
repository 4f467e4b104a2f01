// The standing of people: the stars given to their palettes, copied from palette-popularityd's
// events, absolute, so that the newest is all that counts.
#pragma once

#include "outbox/sink.hpp"
#include "palettes/tables.hpp"
#include "store/txn.hpp"

namespace palette::palettes {

class StandingSink final : public outbox::Sink {
  public:
    void apply(const api::Event& event, store::WriteTxn& txn) override;
    void begin_snapshot(store::WriteTxn& txn) override;
    void apply_snapshot(const api::NewEvent& state, store::WriteTxn& txn) override;
    [[nodiscard]] Sweep sweep(store::WriteTxn& txn) override;
};

}  // namespace palette::palettes
