// What is known here of palettes: copied from paletted, by its events, its snapshot, or its answer
// about a single one. An older revision never replaces a newer.
#pragma once

#include "api/palette.hpp"
#include "outbox/consumer.hpp"
#include "popularity/tables.hpp"
#include "store/txn.hpp"

#include <optional>

namespace palette::popularity {

struct Catalogued {
    std::uint64_t id = 0;
    KnownPalette known;
};
// By number or by name; none when it is not known here.
[[nodiscard]] std::optional<Catalogued> look_up(const store::ReadTxn& txn,
                                                const api::PaletteRef& ref);

void learn(store::WriteTxn& txn, std::uint64_t owner_id, const api::Palette& palette);

// Feeds the catalogue from the broker's log.
class CatalogueSink final : public outbox::Sink {
  public:
    void apply(const api::Event& event, store::WriteTxn& txn) override;
    void begin_snapshot(store::WriteTxn& txn) override;
    void apply_snapshot(const api::NewEvent& state, store::WriteTxn& txn) override;
    void end_snapshot(store::WriteTxn& txn) override;
};

}  // namespace palette::popularity
