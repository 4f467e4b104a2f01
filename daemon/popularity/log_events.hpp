// The log as the relay sees it: the outbox too. Some of its rows are events; each row knows how
// many there have been, so that the one of a sequence is found by halving.
#pragma once

#include "outbox/event_rows.hpp"
#include "store/store.hpp"

namespace palette::popularity {

class LogEvents final : public outbox::EventRows {
  public:
    // A row stays at least until these tables have it. They outlive this.
    explicit LogEvents(const store::Store& tables) : tables_(tables) {}

    [[nodiscard]] outbox::Kept kept(const store::ReadTxn& log_store) const override;
    [[nodiscard]] std::optional<Timestamp> written_at(const store::ReadTxn& log_store,
                                                      std::uint64_t sequence) const override;
    [[nodiscard]] outbox::Batch read_batch(const store::ReadTxn& log_store,
                                           std::uint64_t first) const override;
    [[nodiscard]] bool wants_trimming(const store::ReadTxn& log_store, std::uint64_t acknowledged,
                                      Timestamp now) const override;
    void trim(store::WriteTxn& log_store, std::uint64_t acknowledged, Timestamp now) const override;

  private:
    const store::Store& tables_;
};

}  // namespace palette::popularity
