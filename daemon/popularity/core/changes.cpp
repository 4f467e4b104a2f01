#include "popularity/core/changes.hpp"

#include "popularity/core/boards.hpp"
#include "popularity/core/hours.hpp"

namespace palette::popularity {

void Changes::add(std::uint64_t palette, const KnownPalette& known, Hour hour, const Figures& by) {
    Gathered& gathered = gathered_[palette];
    gathered.set = known.set;
    gathered.is_private = known.is_private;
    gathered.by_hour[hour] += by;
}

void Changes::settle() {
    for (const auto& [palette, gathered] : gathered_)
        settle(palette, gathered);
    gathered_.clear();
}

void Changes::turn_to(Hour hour) {
    settle();
    turn_hour(txn_, now_, hour);
    now_ = hour;
}

void Changes::settle(std::uint64_t palette, const Gathered& gathered) {
    const TotalsRow before = txn_.get(totals, palette).value_or(TotalsRow{});
    TotalsRow after = before;
    bool is_of_the_week = false;
    for (const auto& [hour, by] : gathered.by_hour) {
        after.all += by;
        if (is_within(day_hours, hour)) after.day += by;
        if (is_within(week_hours, hour)) after.week += by;
        if (!is_within(month_hours, hour)) continue;
        after.month += by;
        change_hour(palette, gathered.set, hour, by);
        is_of_the_week |= is_within(week_hours, hour) && by.likes != 0;
    }
    if (is_of_the_week) after.trend = trend_of(txn_, gathered.set, now_);
    if (!gathered.is_private) rerank(txn_, palette, before, after);
    txn_.put(totals, palette, after);
}

void Changes::change_hour(std::uint64_t palette, std::uint64_t set, Hour hour, const Figures& by) {
    const auto before = txn_.get(hours, {set, hour});
    Figures after = before.value_or(Figures{});
    after += by;
    if (after == Figures{}) {
        txn_.erase(hours, {set, hour});
        txn_.erase(sets_by_hour, {hour, set});
        return;
    }
    txn_.put(hours, {set, hour}, after);
    if (!before) txn_.put(sets_by_hour, {hour, set}, palette);
}

}  // namespace palette::popularity
