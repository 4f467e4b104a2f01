#include "popularity/core/catalogue.hpp"

#include "api/reader.hpp"
#include "api/reference.hpp"
#include "api/writer.hpp"
#include "popularity/core/forgetting.hpp"
#include "popularity/core/ranking.hpp"
#include "service/revocations.hpp"

#include <stdexcept>

namespace palette::popularity {

namespace {

// Notes that the source has it, whatever of it is older than what is known here.
void see(store::WriteTxn& txn, std::uint64_t id, KnownPalette known) {
    const std::uint64_t snapshot = current_snapshot(txn);
    if (known.seen_in_snapshot == snapshot) return;
    known.seen_in_snapshot = snapshot;
    txn.put(known_palettes, id, known);
}

void learn_from(store::WriteTxn& txn, std::string_view type, const api::Json& data) {
    if (type != api::PaletteCreated::event.name) return;
    const auto created = api::read_json<api::PaletteCreated>(data.text());
    // No paletted of this family wrote that. Going on would lose a palette: the consumer waits and
    // says so, and all else is answered.
    if (!created) throw std::runtime_error("palette.created: " + created.error().message);
    learn(txn, *created);
}

bool is_same(const KnownPalette& one, const KnownPalette& other) {
    return one.owner_id == other.owner_id && one.created_at == other.created_at;
}

// Moves what hangs on the name and on the visibility.
void follow(store::WriteTxn& txn, std::uint64_t id, const KnownPalette& before,
            const KnownPalette& after) {
    if (before.ref != after.ref) txn.erase(palette_ids, before.ref);
    if (before.is_private == after.is_private) return;
    const auto count = txn.get(counts, id).value_or(CountRow{});
    move_rank(txn, id, before.is_private ? 0 : count.likes, after.is_private ? 0 : count.likes);
}

}  // namespace

std::optional<Catalogued> look_up(const store::ReadTxn& txn, const api::PaletteRef& ref) {
    const auto parts = api::parts_of(ref);
    std::optional<std::uint64_t> id = parts.id;
    if (!id) {
        id = txn.get(palette_ids, std::string(parts.owner) + "/" + std::string(parts.slug));
    }
    if (!id) return std::nullopt;
    auto known = txn.get(known_palettes, *id);
    // A revision that no event has told of yet may be there all the same.
    if (!known || parts.revision.value_or(0) > known->revision) return std::nullopt;
    return Catalogued{*id, *std::move(known)};
}

Result<Catalogued> find_for(const store::ReadTxn& txn, const service::Caller& who,
                            const api::PaletteRef& ref) {
    auto found = look_up(txn, ref);
    if (!found || !may_see(found->known, who)) return no_palette(ref);
    return *std::move(found);
}

bool may_see(const KnownPalette& palette, const service::Caller& who) {
    return !palette.is_private || palette.owner_id == who.id.value();
}

tl::unexpected<Error> no_palette(const api::PaletteRef& ref) {
    return refuse(ErrorKind::not_found, "ref", "there is no palette " + ref.text(),
                  "list what there is with: palettectl palette list");
}

KnownPalette known_as(const api::PaletteCreated& told) {
    const api::Palette& palette = told.palette;
    return {.ref = palette.ref.text(),
            .owner_id = told.owner_id.value(),
            .created_at = palette.created_at,
            .is_private = palette.visibility == api::Visibility::private_,
            .revision = palette.revision.value()};
}

void learn(store::WriteTxn& txn, const api::PaletteCreated& told) {
    const std::uint64_t id = told.palette.id.value();
    KnownPalette after = known_as(told);
    auto before = txn.get(known_palettes, id);
    if (before && !is_same(*before, after)) {
        forget(txn, id, *before);
        before.reset();
    }
    if (before && before->revision > after.revision) return see(txn, id, *before);
    if (before) follow(txn, id, *before, after);
    after.like_set = before ? before->like_set : txn.next_id(like_set_sequence);
    after.seen_in_snapshot = current_snapshot(txn);
    txn.put(palette_ids, after.ref, id);
    txn.put(known_palettes, id, after);
    txn.put(palettes, id, api::to_json(told.palette));
}

void CatalogueSink::apply(const api::Event& event, store::WriteTxn& txn) {
    service::learn_ended(txn, event.type.text(), event.data, event.time);
    learn_from(txn, event.type.text(), event.data);
}

void CatalogueSink::begin_snapshot(store::WriteTxn& txn) {
    popularity::begin_snapshot(txn);
}

void CatalogueSink::apply_snapshot(const api::NewEvent& state, store::WriteTxn& txn) {
    service::learn_ended(txn, state.type.text(), state.data, state.time);
    learn_from(txn, state.type.text(), state.data);
}

CatalogueSink::Sweep CatalogueSink::sweep(store::WriteTxn& txn) {
    return popularity::sweep(txn);
}

}  // namespace palette::popularity
