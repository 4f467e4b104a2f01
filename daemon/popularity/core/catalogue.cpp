#include "popularity/core/catalogue.hpp"

#include "api/reader.hpp"
#include "api/reference.hpp"
#include "api/writer.hpp"
#include "popularity/core/ranking.hpp"

#include <stdexcept>

namespace palette::popularity {

namespace {

constexpr std::uint64_t the_snapshot = 0;  // the key of the one row of `snapshots`

std::uint64_t current_snapshot(const store::ReadTxn& txn) {
    return txn.get(snapshots, the_snapshot).value_or(0);
}

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
    learn(txn, created->owner_id.value(), created->palette);
}

// A palette that its source no longer has: its likes go with it.
void forget(store::WriteTxn& txn, std::uint64_t id, const KnownPalette& known) {
    const auto count = txn.get(counts, id).value_or(CountRow{});
    if (!known.is_private) move_rank(txn, id, count.likes, 0);
    while (const auto like = txn.scan(likes).under(id).first())
        txn.erase(likes, like->key);
    txn.erase(counts, id);
    // The name may be another palette's by now.
    if (txn.get(palette_ids, known.ref) == id) txn.erase(palette_ids, known.ref);
    txn.erase(known_palettes, id);
    txn.erase(palettes, id);
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
    if (!known) return std::nullopt;
    return Catalogued{*id, *std::move(known)};
}

void learn(store::WriteTxn& txn, std::uint64_t owner_id, const api::Palette& palette) {
    const std::uint64_t id = palette.id.value();
    auto before = txn.get(known_palettes, id);
    if (before && before->owner_id != owner_id) {
        // The number is of another store's palette: nobody liked this one yet.
        forget(txn, id, *before);
        before.reset();
    }
    if (before && before->revision > palette.revision.value()) return see(txn, id, *before);
    const KnownPalette after{.ref = palette.ref.text(),
                             .owner_id = owner_id,
                             .is_private = palette.visibility == api::Visibility::private_,
                             .revision = palette.revision.value(),
                             .seen_in_snapshot = current_snapshot(txn)};
    const auto count = txn.get(counts, id).value_or(CountRow{});
    if (before && before->ref != after.ref) txn.erase(palette_ids, before->ref);
    if (before && before->is_private != after.is_private) {
        move_rank(txn, id, before->is_private ? 0 : count.likes,
                  after.is_private ? 0 : count.likes);
    }
    txn.put(palette_ids, after.ref, id);
    txn.put(known_palettes, id, after);
    txn.put(palettes, id, api::to_json(palette));
}

void CatalogueSink::apply(const api::Event& event, store::WriteTxn& txn) {
    learn_from(txn, event.type.text(), event.data);
}

void CatalogueSink::begin_snapshot(store::WriteTxn& txn) {
    txn.put(snapshots, the_snapshot, current_snapshot(txn) + 1);
}

void CatalogueSink::apply_snapshot(const api::NewEvent& state, store::WriteTxn& txn) {
    learn_from(txn, state.type.text(), state.data);
}

void CatalogueSink::end_snapshot(store::WriteTxn& txn) {
    const std::uint64_t snapshot = current_snapshot(txn);
    for (const auto& [id, known] : txn.scan(known_palettes)) {
        if (known.seen_in_snapshot != snapshot) forget(txn, id, known);
    }
}

}  // namespace palette::popularity
