// Where paletted's events go: into the log, beside what people say, so that the tables follow from
// one order of things. On the writer's thread of the log's store.
#pragma once

#include "base/clock.hpp"
#include "outbox/sink.hpp"
#include "popularity/core/ledger.hpp"

namespace palette::popularity {

class CatalogueSink final : public outbox::Sink {
  public:
    // Both outlive it.
    CatalogueSink(Ledger& ledger, const Clock& clock) : ledger_(ledger), clock_(clock) {}

    void apply(const api::Event& event, store::WriteTxn& log_store) override;
    void begin_snapshot(store::WriteTxn& log_store) override;
    void apply_snapshot(const api::NewEvent& state, store::WriteTxn& log_store) override;
    // One step: what the snapshot did not have is swept by the fold.
    [[nodiscard]] Sweep sweep(store::WriteTxn& log_store) override;
    // What comes from paletted waits like any other write when the fold has fallen behind.
    [[nodiscard]] bool has_room() const override;

  private:
    // What an event says.
    struct Told {
        std::string_view type;
        const api::Json& data;
        std::uint64_t revision;
    };
    void take(const Told& told, store::WriteTxn& log_store);
    void append(const Entry& entry, store::WriteTxn& log_store);

    Ledger& ledger_;
    const Clock& clock_;
};

}  // namespace palette::popularity
