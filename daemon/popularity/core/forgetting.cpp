#include "popularity/core/forgetting.hpp"

#include "popularity/core/ranking.hpp"

#include <limits>

namespace palette::popularity {

namespace {

constexpr std::uint64_t the_snapshot = 0;  // the key of the one row of `snapshots`
constexpr std::uint64_t every_palette = std::numeric_limits<std::uint64_t>::max();

SnapshotRow snapshot_row(const store::ReadTxn& txn) {
    return txn.get(snapshots, the_snapshot).value_or(SnapshotRow{});
}

// Looks at the next palettes.
void sweep_palettes(store::WriteTxn& txn, SnapshotRow snapshot) {
    std::size_t visited = 0;
    for (const auto& [id, known] : txn.scan(known_palettes).after(snapshot.swept_through)) {
        if (known.seen_in_snapshot != snapshot.number) forget(txn, id, known);
        snapshot.swept_through = id;
        if (++visited == most_swept_at_once) break;
    }
    if (visited < most_swept_at_once) snapshot.swept_through = every_palette;
    txn.put(snapshots, the_snapshot, snapshot);
}

// Erases the next likes of the first forgotten set.
void sweep_likes(store::WriteTxn& txn, std::uint64_t set) {
    std::size_t erased = 0;
    for (const auto& [key, like] : txn.scan(likes).under(set)) {
        txn.erase(likes, key);
        if (++erased == most_swept_at_once) return;
    }
    txn.erase(forgotten_likes, set);
}

}  // namespace

std::uint64_t current_snapshot(const store::ReadTxn& txn) {
    return snapshot_row(txn).number;
}

void begin_snapshot(store::WriteTxn& txn) {
    txn.put(snapshots, the_snapshot, {.number = current_snapshot(txn) + 1});
}

void forget(store::WriteTxn& txn, std::uint64_t id, const KnownPalette& known) {
    const auto count = txn.get(counts, id).value_or(CountRow{});
    if (!known.is_private) move_rank(txn, id, count.likes, 0);
    if (count.likes > 0) txn.put(forgotten_likes, known.like_set, 1);
    txn.erase(counts, id);
    // The name may be another palette's by now.
    if (txn.get(palette_ids, known.ref) == id) txn.erase(palette_ids, known.ref);
    txn.erase(known_palettes, id);
    txn.erase(palettes, id);
}

outbox::Sink::Sweep sweep(store::WriteTxn& txn) {
    using enum outbox::Sink::Sweep;
    const SnapshotRow snapshot = snapshot_row(txn);
    if (snapshot.swept_through != every_palette) {
        sweep_palettes(txn, snapshot);
        return goes_on;
    }
    const auto forgotten = txn.first(forgotten_likes);
    if (!forgotten) return done;
    sweep_likes(txn, forgotten->key);
    return goes_on;
}

}  // namespace palette::popularity
