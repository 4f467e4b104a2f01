// What is known here of palettes: copied from paletted, by its events, its snapshot, or its answer
// about a single one. An older revision never replaces a newer.
#pragma once

#include "api/palette.hpp"
#include "outbox/consumer.hpp"
#include "popularity/tables.hpp"
#include "service/call.hpp"
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
// The same for somebody: not_found as well when it is not theirs to see.
[[nodiscard]] Result<Catalogued> find_for(const store::ReadTxn& txn, const service::Caller& who,
                                          const api::PaletteRef& ref);

// Another's private palette answers exactly as none does.
[[nodiscard]] bool may_see(const KnownPalette& palette, const service::Caller& who);
[[nodiscard]] tl::unexpected<Error> no_palette(const api::PaletteRef& ref);

// What is kept of a palette that paletted tells of.
[[nodiscard]] KnownPalette known_as(const api::PaletteCreated& told);
// A palette that takes the number of another has none of its likes.
void learn(store::WriteTxn& txn, const api::PaletteCreated& told);

// Feeds the catalogue, and the sessions that have ended, from the broker's log.
class CatalogueSink final : public outbox::Sink {
  public:
    void apply(const api::Event& event, store::WriteTxn& txn) override;
    void begin_snapshot(store::WriteTxn& txn) override;
    void apply_snapshot(const api::NewEvent& state, store::WriteTxn& txn) override;
    [[nodiscard]] Sweep sweep(store::WriteTxn& txn) override;
};

}  // namespace palette::popularity
