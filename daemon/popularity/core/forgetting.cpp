#include "popularity/core/forgetting.hpp"

#include "popularity/core/boards.hpp"
#include "popularity/core/opinion_rows.hpp"
#include "popularity/core/standings.hpp"

#include <limits>
#include <vector>

namespace palette::popularity {

namespace {

// The key of the one row of `snapshots`, and of `people_sweeps`.
constexpr std::uint64_t the_snapshot = 0;
constexpr std::uint64_t every_palette = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t every_set = std::numeric_limits<std::uint64_t>::max();

bool has_unswept_palettes(const SnapshotRow& snapshot) {
    return snapshot.is_whole && snapshot.swept_through != every_palette;
}

bool has_unswept_people(const store::ReadTxn& txn, const SnapshotRow& snapshot) {
    return snapshot.is_whole && txn.has(people_sweeps, the_snapshot);
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

// Looks at the next people who think something: whom the snapshot does not have, has left.
void sweep_people(store::WriteTxn& txn, const SnapshotRow& snapshot, Hour now) {
    std::uint64_t through = *txn.get(people_sweeps, the_snapshot);
    for (std::size_t visited = 0; visited < most_swept_at_once; ++visited) {
        const auto next = txn.scan(opinions_of).after(through, every_set).first();
        if (!next) {
            txn.erase(people_sweeps, the_snapshot);
            return;
        }
        through = std::get<0>(next->key);
        if (txn.get(told_users, through) != snapshot.number) dismiss(txn, through, now);
    }
    txn.put(people_sweeps, the_snapshot, through);
}

// Erases the next opinions of a forgotten set, then its hours, of which there are few.
void sweep_set(store::WriteTxn& txn, std::uint64_t set) {
    std::size_t erased = 0;
    for (const auto& [key, opinion] : txn.scan(opinions).under(set)) {
        if (opinion.like_number != 0) txn.erase(likers, {set, newest_first(opinion.like_number)});
        txn.erase(opinions_of, {std::get<1>(key), set});
        txn.erase(opinions, key);
        if (++erased == most_swept_at_once) return;
    }
    for (const auto& [key, figures] : txn.scan(hours).under(set)) {
        txn.erase(sets_by_hour, {std::get<1>(key), set});
        txn.erase(hours, key);
    }
    txn.erase(forgotten_sets, set);
}

// Takes back the opinions of somebody who is gone, as many as there is room for. Those on palettes
// that are gone too are swept with them. How many it looked at.
std::size_t sweep_user(store::WriteTxn& txn, Changes& changes, std::uint64_t user,
                       std::size_t room) {
    std::size_t visited = 0;
    for (const auto& [key, palette] : txn.scan(opinions_of).under(user)) {
        const std::uint64_t set = std::get<1>(key);
        const auto known = txn.get(known_palettes, palette);
        if (known && known->set == set) take_back_all(txn, changes, {palette, *known, user});
        txn.erase(opinions_of, key);
        if (++visited == room) return visited;
    }
    txn.erase(leaving_users, user);
    return visited + 1;
}

// Of the next people who are gone: after a snapshot there may be many, who thought little each.
void sweep_users(store::WriteTxn& txn, Changes& changes) {
    std::size_t room = most_swept_at_once;
    while (room > 0) {
        const auto user = txn.first(leaving_users);
        if (!user) return;
        room -= sweep_user(txn, changes, user->key, room);
    }
}

}  // namespace

SnapshotRow snapshot_row(const store::ReadTxn& txn) {
    return txn.get(snapshots, the_snapshot).value_or(SnapshotRow{});
}

void begin_snapshot(store::WriteTxn& txn) {
    txn.put(snapshots, the_snapshot, {.number = snapshot_row(txn).number + 1});
    txn.put(people_sweeps, the_snapshot, 0);
}

void end_snapshot(store::WriteTxn& txn) {
    SnapshotRow snapshot = snapshot_row(txn);
    snapshot.is_whole = true;
    txn.put(snapshots, the_snapshot, snapshot);
}

void forget(store::WriteTxn& txn, std::uint64_t id, const KnownPalette& known) {
    const auto row = txn.get(totals, id);
    if (row) {
        if (!known.is_private) {
            rerank(txn, id, *row, no_totals);
            change_standing(txn, known.owner_id, -row->all);
        }
        txn.erase(totals, id);
        txn.put(forgotten_sets, known.set, 1);
    }
    // The name may be another palette's by now.
    if (txn.get(palette_ids, known.ref) == id) txn.erase(palette_ids, known.ref);
    txn.erase(known_palettes, id);
    txn.erase(palettes, id);
}

void dismiss(store::WriteTxn& txn, std::uint64_t user, Hour now) {
    txn.put(departed_users, user, now);
    txn.put(leaving_users, user, 1);
    txn.erase(told_users, user);
}

void welcome(store::WriteTxn& txn, std::uint64_t user) {
    txn.put(told_users, user, snapshot_row(txn).number);
    txn.erase(departed_users, user);
    txn.erase(leaving_users, user);
}

void hear_from(store::WriteTxn& txn, std::uint64_t user) {
    if (!txn.has(people_sweeps, the_snapshot)) return;
    txn.put(told_users, user, snapshot_row(txn).number);
}

bool wants_sweeping(const store::ReadTxn& txn) {
    const SnapshotRow snapshot = snapshot_row(txn);
    return has_unswept_palettes(snapshot) || has_unswept_people(txn, snapshot) ||
           txn.first(forgotten_sets) || txn.first(leaving_users);
}

void sweep(store::WriteTxn& txn, Changes& changes) {
    const SnapshotRow snapshot = snapshot_row(txn);
    if (has_unswept_palettes(snapshot)) return sweep_palettes(txn, snapshot);
    if (has_unswept_people(txn, snapshot)) return sweep_people(txn, snapshot, changes.now());
    if (txn.first(leaving_users)) return sweep_users(txn, changes);
    if (const auto set = txn.first(forgotten_sets)) sweep_set(txn, set->key);
}

}  // namespace palette::popularity
