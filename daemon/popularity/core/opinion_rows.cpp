#include "popularity/core/opinion_rows.hpp"

#include "popularity/core/forgetting.hpp"
#include "popularity/core/standings.hpp"

#include <algorithm>
#include <optional>

namespace palette::popularity {

namespace {

// None when the palette is not known, or the person is gone.
std::optional<Holder> holder_of(const store::ReadTxn& txn, std::uint64_t palette,
                                std::uint64_t user) {
    auto known = txn.get(known_palettes, palette);
    if (!known || txn.has(departed_users, user)) return std::nullopt;
    return Holder{palette, *std::move(known), user};
}

OpinionRow opinion_of(const store::ReadTxn& txn, const Holder& holder, const std::string& name) {
    auto row = txn.get(opinions, {holder.known.set, holder.user});
    if (row) return *std::move(row);
    return {.username = name};
}

// Keeps the opinion, or lets go of one that says nothing any more.
void keep(store::WriteTxn& txn, const Holder& holder, const OpinionRow& row) {
    const std::uint64_t set = holder.known.set;
    if (row.like_number == 0 && row.stars == 0 && row.views == 0) {
        txn.erase(opinions, {set, holder.user});
        txn.erase(opinions_of, {holder.user, set});
        return;
    }
    txn.put(opinions, {set, holder.user}, row);
    txn.put(opinions_of, {holder.user, set}, holder.palette);
    hear_from(txn, holder.user);
}

void unlike(store::WriteTxn& txn, Changes& changes, const Holder& holder, OpinionRow& row) {
    txn.erase(likers, {holder.known.set, newest_first(row.like_number)});
    changes.add(holder.palette, holder.known, row.liked_in, -one_like);
    row.like_number = 0;
}

void rate(store::WriteTxn& txn, Changes& changes, const Holder& holder, OpinionRow& row,
          std::uint8_t stars) {
    const Figures before = rating_of(row.stars);
    const Figures after = rating_of(stars);
    changes.add(holder.palette, holder.known, row.rated_in, -before);
    changes.add(holder.palette, holder.known, changes.now(), after);
    Figures by = after;
    by += -before;
    if (!holder.known.is_private) change_standing(txn, holder.known.owner_id, by);
    row.stars = stars;
    row.rated_in = changes.now();
}

}  // namespace

void apply(store::WriteTxn& txn, Changes& changes, const LikeChanged& change, const Place& place) {
    const auto holder = holder_of(txn, change.palette, change.user);
    if (!holder) return;
    OpinionRow row = opinion_of(txn, *holder, change.username);
    if ((row.like_number != 0) == change.likes) return;
    if (change.likes) {
        row.like_number = place.number;
        row.liked_at = place.at;
        row.liked_in = changes.now();
        txn.put(likers, {holder->known.set, newest_first(place.number)}, change.user);
        changes.add(holder->palette, holder->known, changes.now(), one_like);
    } else {
        unlike(txn, changes, *holder, row);
    }
    keep(txn, *holder, row);
}

void apply(store::WriteTxn& txn, Changes& changes, const RatingChanged& change) {
    const auto holder = holder_of(txn, change.palette, change.user);
    if (!holder) return;
    OpinionRow row = opinion_of(txn, *holder, change.username);
    if (row.stars == change.stars) return;
    rate(txn, changes, *holder, row, change.stars);
    keep(txn, *holder, row);
}

void apply(store::WriteTxn& txn, Changes& changes, const Viewed& view) {
    const auto holder = holder_of(txn, view.palette, view.user);
    if (!holder) return;
    OpinionRow row = opinion_of(txn, *holder, view.username);
    const Hour now = changes.now();
    if (!row.views_in.empty() && day_of(row.views_in.back()) == day_of(now)) return;
    std::erase_if(row.views_in, [&](Hour hour) { return hour + month_hours < now; });
    row.views_in.push_back(now);
    ++row.views;
    changes.add(holder->palette, holder->known, now, one_view);
    keep(txn, *holder, row);
}

void take_back_all(store::WriteTxn& txn, Changes& changes, const Holder& holder) {
    auto row = txn.get(opinions, {holder.known.set, holder.user});
    if (!row) return;
    if (row->like_number != 0) unlike(txn, changes, holder, *row);
    if (row->stars != 0) rate(txn, changes, holder, *row, 0);
    for (const Hour hour : row->views_in)
        changes.add(holder.palette, holder.known, hour, -one_view);
    const auto older = static_cast<std::int64_t>(row->views - row->views_in.size());
    changes.add(holder.palette, holder.known, 0, {.views = -older});
    txn.erase(opinions, {holder.known.set, holder.user});
}

}  // namespace palette::popularity
