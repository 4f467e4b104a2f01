#include "popularity/core/standings.hpp"

#include "api/page.hpp"
#include "api/popularity.hpp"
#include "popularity/core/log.hpp"

namespace palette::popularity {

void change_standing(store::WriteTxn& txn, std::uint64_t owner, const Figures& by) {
    if (by.stars == 0 && by.ratings == 0) return;
    StandingRow row = txn.get(standings, owner).value_or(StandingRow{});
    row.stars += static_cast<std::uint64_t>(by.stars);
    row.ratings += static_cast<std::uint64_t>(by.ratings);
    ++row.revision;
    txn.put(standings, owner, row);
    txn.put(untold_standings, owner, 1);
}

void mark_told(store::WriteTxn& txn, const StandingTold& told) {
    const auto row = txn.get(standings, told.user);
    if (row && row->revision == told.revision) txn.erase(untold_standings, told.user);
}

std::vector<StandingTold> untold(const store::ReadTxn& txn) {
    std::vector<StandingTold> all;
    for (const auto& [user, unused] : txn.scan(untold_standings)) {
        const StandingRow row = txn.get(standings, user).value_or(StandingRow{});
        all.push_back({user, row.stars, row.ratings, row.revision});
        if (all.size() == most_told_at_once) break;
    }
    return all;
}

Result<api::SnapshotPage> read_snapshot(const store::ReadTxn& txn, const std::string& incarnation,
                                        const api::ReadSnapshot& wanted, Timestamp now) {
    std::uint64_t last = 0;
    if (wanted.after) {
        const auto read = api::numbers_of(*wanted.after, 1);
        if (!read) return refuse(read.error());
        last = read->front();
    }
    api::SnapshotPage page{.incarnation = *api::Incarnation::from(incarnation)};
    for (const auto& [user, row] : txn.scan(standings).after(last)) {
        if (page.items.size() == most_told_at_once) {
            page.next = api::cursor_of({last});
            break;
        }
        page.items.push_back(standing_event({user, row.stars, row.ratings, row.revision}, now));
        last = user;
    }
    return page;
}

}  // namespace palette::popularity
