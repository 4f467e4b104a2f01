#include "popularity/core/catalogue.hpp"

#include "api/reader.hpp"
#include "api/writer.hpp"
#include "base/check.hpp"
#include "popularity/core/boards.hpp"
#include "popularity/core/forgetting.hpp"
#include "popularity/core/standings.hpp"

namespace palette::popularity {

namespace {

// Notes that the source has it, whatever of it is older than what is known here.
void see(store::WriteTxn& txn, std::uint64_t id, KnownPalette known) {
    const std::uint64_t snapshot = snapshot_row(txn).number;
    if (known.seen_in_snapshot == snapshot) return;
    known.seen_in_snapshot = snapshot;
    txn.put(known_palettes, id, known);
}

// Moves what hangs on the name and on the visibility.
void follow(store::WriteTxn& txn, std::uint64_t id, const KnownPalette& before,
            const KnownPalette& after) {
    if (before.ref != after.ref && txn.get(palette_ids, before.ref) == id) {
        txn.erase(palette_ids, before.ref);
    }
    if (before.is_private == after.is_private) return;
    const auto row = txn.get(totals, id).value_or(TotalsRow{});
    rerank(txn, id, before.is_private ? no_totals : row, after.is_private ? no_totals : row);
    change_standing(txn, after.owner_id, after.is_private ? -row.all : row.all);
}

// What a snapshot says replaces what is known, whatever the revision: the source may be a copy that
// was put back. What is newer and is told of meanwhile is told once more, by its event.
bool is_loading(const SnapshotRow& snapshot) {
    return snapshot.number > 0 && !snapshot.is_whole;
}

bool was_deleted_later(const store::ReadTxn& txn, std::uint64_t id, const KnownPalette& told) {
    const auto gone = txn.get(gone_palettes, id);
    return gone && gone->snapshot == snapshot_row(txn).number && gone->revision >= told.revision;
}

}  // namespace

KnownPalette known_as(const api::PaletteCreated& told) {
    const api::Palette& palette = told.palette;
    return {.ref = palette.ref.text(),
            .owner_id = told.owner_id.value(),
            .created_at = palette.created_at,
            .is_private = palette.visibility == api::Visibility::private_,
            .revision = palette.revision.value()};
}

bool is_same(const KnownPalette& one, const KnownPalette& other) {
    return one.owner_id == other.owner_id && one.created_at == other.created_at;
}

void learn(store::WriteTxn& txn, const PaletteTold& row) {
    const auto told = api::read_json<api::PaletteCreated>(row.json);
    CHECK_INVARIANT(told.has_value());
    const std::uint64_t id = told->palette.id.value();
    KnownPalette after = known_as(*told);
    if (was_deleted_later(txn, id, after)) return;
    auto before = txn.get(known_palettes, id);
    if (before && !is_same(*before, after)) {
        forget(txn, id, *before);
        before.reset();
    }
    if (before && before->revision > after.revision && !is_loading(snapshot_row(txn))) {
        return see(txn, id, *before);
    }
    if (before) follow(txn, id, *before, after);
    after.set = before ? before->set : txn.next_id(set_sequence);
    after.seen_in_snapshot = snapshot_row(txn).number;
    txn.put(palette_ids, after.ref, id);
    txn.put(known_palettes, id, after);
    txn.put(palettes, id, api::to_json(told->palette));
}

void forget(store::WriteTxn& txn, const PaletteGone& gone, Hour now) {
    const auto known = txn.get(known_palettes, gone.palette);
    if (known && known->revision > gone.revision) return;
    if (known) forget(txn, gone.palette, *known);
    txn.put(gone_palettes, gone.palette,
            {.revision = gone.revision, .snapshot = snapshot_row(txn).number, .hour = now});
}

}  // namespace palette::popularity
