#include "palettes/core/standing.hpp"

#include "api/popularity.hpp"
#include "api/reader.hpp"

#include <limits>
#include <stdexcept>

namespace palette::palettes {

namespace {

constexpr std::size_t most_swept_at_once = 500;
constexpr std::uint64_t the_snapshot = 0;  // the key of the one row of standing_snapshots

StandingSnapshotRow snapshot_row(const store::ReadTxn& txn) {
    return txn.get(standing_snapshots, the_snapshot).value_or(StandingSnapshotRow{});
}

// None for events of other types, and for data that was erased.
std::optional<api::UserRated> rated_in(std::string_view type, const api::Json& data) {
    if (type != api::UserRated::event.name || data.text() == "null") return std::nullopt;
    auto rated = api::read_json<api::UserRated>(data.text());
    // No popularityd of this family wrote that: the consumer waits and says so.
    if (!rated) throw std::runtime_error("user.rated: " + rated.error().message);
    return *std::move(rated);
}

void keep(store::WriteTxn& txn, const api::UserRated& rated, std::uint64_t revision,
          std::uint64_t snapshot) {
    const std::uint64_t user_id = rated.user_id.value();
    if (!txn.has(users, user_id)) return;
    txn.put(standings, user_id,
            {.stars = rated.stars.value(),
             .ratings = rated.ratings.value(),
             .revision = revision,
             .snapshot = snapshot});
}

}  // namespace

void StandingSink::apply(const api::Event& event, store::WriteTxn& txn) {
    const auto rated = rated_in(event.type.text(), event.data);
    if (!rated) return;
    const auto held = txn.get(standings, rated->user_id.value());
    if (held && held->revision >= event.revision.value()) return;
    keep(txn, *rated, event.revision.value(), snapshot_row(txn).number);
}

void StandingSink::begin_snapshot(store::WriteTxn& txn) {
    txn.put(standing_snapshots, the_snapshot, {.number = snapshot_row(txn).number + 1});
}

// What a snapshot says replaces what an earlier one or its events said, whatever the revision: the
// source may be a copy that was put back.
void StandingSink::apply_snapshot(const api::NewEvent& state, store::WriteTxn& txn) {
    if (const auto rated = rated_in(state.type.text(), state.data)) {
        keep(txn, *rated, state.revision.value(), snapshot_row(txn).number);
    }
}

StandingSink::Sweep StandingSink::sweep(store::WriteTxn& txn) {
    StandingSnapshotRow snapshot = snapshot_row(txn);
    std::size_t visited = 0;
    for (const auto& [user_id, row] : txn.scan(standings).after(snapshot.swept_through)) {
        if (row.snapshot != snapshot.number) txn.erase(standings, user_id);
        snapshot.swept_through = user_id;
        if (++visited == most_swept_at_once) break;
    }
    txn.put(standing_snapshots, the_snapshot, snapshot);
    return visited < most_swept_at_once ? Sweep::done : Sweep::goes_on;
}

}  // namespace palette::palettes
