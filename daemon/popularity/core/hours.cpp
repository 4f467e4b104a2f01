#include "popularity/core/hours.hpp"

#include "popularity/core/boards.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace palette::popularity {

namespace {

constexpr double trend_parts = 1 << 20;
constexpr auto half_life = static_cast<double>(api::trend_half_life_hours);

Hour oldest_of(Hour window, Hour now) {
    return now > window ? now - window : 0;
}

// Palettes whose totals change in this step.
class Leaving {
  public:
    Leaving(store::WriteTxn& txn, Hour before, Hour now) : txn_(txn), before_(before), now_(now) {}

    void from_window(Hour window, Figures TotalsRow::*counts) {
        for (const auto& [key, palette] : rows(window)) {
            const auto& [hour, set] = key;
            Palette* found = find(palette, set);
            if (found == nullptr) continue;
            found->after.*counts += -*txn_.get(hours, {set, hour});
        }
    }
    void erase_hours(Hour window) {
        for (const auto& [key, palette] : rows(window)) {
            const auto& [hour, set] = key;
            txn_.erase(hours, {set, hour});
            txn_.erase(sets_by_hour, key);
        }
    }
    void finish() {
        for (auto& [id, palette] : palettes_) {
            if (palette.set == 0) continue;
            palette.after.trend = trend_of(txn_, palette.set, now_);
            if (!palette.is_private) rerank(txn_, id, palette.before, palette.after);
            txn_.put(totals, id, palette.after);
        }
    }

  private:
    struct Palette {
        std::uint64_t set = 0;  // 0: not known
        bool is_private = false;
        TotalsRow before{};
        TotalsRow after{};
    };
    using Rows = std::vector<store::Row<std::tuple<Hour, std::uint64_t>, std::uint64_t>>;

    // The hours that were in the window and are not any more.
    [[nodiscard]] Rows rows(Hour window) const {
        Rows leaving;
        for (const auto& row : txn_.scan(sets_by_hour).from(oldest_of(window, before_))) {
            if (std::get<0>(row.key) >= oldest_of(window, now_)) break;
            leaving.push_back(row);
        }
        return leaving;
    }
    // Null when that set is of a palette that is gone.
    Palette* find(std::uint64_t id, std::uint64_t set) {
        const auto [at, is_new] = palettes_.try_emplace(id);
        Palette& palette = at->second;
        if (is_new) {
            const auto known = txn_.get(known_palettes, id);
            if (known) palette = {known->set, known->is_private};
            palette.before = palette.after = txn_.get(totals, id).value_or(TotalsRow{});
        }
        return palette.set == set ? &palette : nullptr;
    }

    store::WriteTxn& txn_;
    Hour before_;
    Hour now_;
    std::map<std::uint64_t, Palette> palettes_;
};

void forget_old_marks(store::WriteTxn& txn, Hour now) {
    for (const auto& [id, gone] : txn.scan(gone_palettes)) {
        if (gone.hour + 1 < now) txn.erase(gone_palettes, id);
    }
    for (const auto& [user, hour] : txn.scan(departed_users)) {
        if (hour + 1 < now && !txn.has(leaving_users, user)) txn.erase(departed_users, user);
    }
}

}  // namespace

void turn_hour(store::WriteTxn& txn, Hour before, Hour now) {
    Leaving leaving(txn, before, now);
    leaving.from_window(day_hours, &TotalsRow::day);
    leaving.from_window(week_hours, &TotalsRow::week);
    leaving.from_window(month_hours, &TotalsRow::month);
    leaving.erase_hours(month_hours);
    leaving.finish();
    forget_old_marks(txn, now);
}

std::uint64_t trend_of(const store::ReadTxn& txn, std::uint64_t set, Hour now) {
    std::vector<std::pair<Hour, std::int64_t>> likes;
    for (const auto& [key, figures] :
         txn.scan(hours).under(set).from(set, oldest_of(week_hours, now))) {
        if (figures.likes > 0) likes.emplace_back(std::get<1>(key), figures.likes);
    }
    if (likes.empty()) return 0;
    // Counted from the newest hour, where no term is too large for a double.
    const Hour newest = likes.back().first;
    double sum = 0;
    for (const auto& [hour, count] : likes)
        sum += static_cast<double>(count) * weight_of(hour, newest);
    const double trend = static_cast<double>(newest) / half_life + std::log2(sum);
    return static_cast<std::uint64_t>(std::llround(trend * trend_parts));
}

double trend_at(std::uint64_t trend, Hour now) {
    return std::exp2(static_cast<double>(trend) / trend_parts -
                     static_cast<double>(now) / half_life);
}

double weight_of(Hour hour, Hour now) {
    return std::exp2((static_cast<double>(hour) - static_cast<double>(now)) / half_life);
}

}  // namespace palette::popularity
