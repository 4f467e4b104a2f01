#include "popularity/core/fold.hpp"

#include "base/check.hpp"
#include "popularity/core/catalogue.hpp"
#include "popularity/core/forgetting.hpp"
#include "popularity/core/log.hpp"
#include "popularity/core/opinion_rows.hpp"
#include "popularity/core/standings.hpp"
#include "popularity/core/view.hpp"

#include <algorithm>

namespace palette::popularity {

namespace {

// What each entry does, by its type.
struct Applied {
    store::WriteTxn& txn;
    Changes& changes;
    Place row;

    void operator()(const LikeChanged& change) const { apply(txn, changes, change, row); }
    void operator()(const RatingChanged& change) const { apply(txn, changes, change); }
    void operator()(const Viewed& view) const { apply(txn, changes, view); }
    void operator()(const HourBegan&) const {}
    void operator()(const StandingTold& told) const { mark_told(txn, told); }
    // What follows looks at totals.
    void operator()(const PaletteTold& told) const {
        changes.settle();
        learn(txn, told);
    }
    void operator()(const PaletteGone& gone) const {
        changes.settle();
        forget(txn, gone, changes.now());
    }
    void operator()(const UserGone& gone) const { dismiss(txn, gone.user, changes.now()); }
    void operator()(const UserTold& told) const { welcome(txn, told.user); }
    void operator()(const SnapshotBegan&) const { begin_snapshot(txn); }
    void operator()(const SnapshotEnded&) const { end_snapshot(txn); }
    void operator()(const Swept&) const {
        changes.settle();
        sweep(txn, changes);
    }
};

}  // namespace

Fold::Fold(store::WriteTxn& tables)
    : txn_(tables), at_(fold_row(tables)), changes_(tables, at_.hour) {}

void Fold::apply(std::uint64_t number, const LogRow& row) {
    CHECK_INVARIANT(number == at_.through + 1);
    if (row.hour > changes_.now()) changes_.turn_to(row.hour);
    std::visit(Applied{txn_, changes_, {number, row.at}}, entry_of(number, row));
    at_ = {number, row.hour, std::max(at_.as_of, row.at)};
}

void Fold::finish() {
    changes_.settle();
    txn_.put(folds, 0, at_);
}

Result<std::uint64_t> fold_some(const store::Store& log_store, store::Store& tables) {
    return tables.write([&](store::WriteTxn& txn) {
        const store::ReadTxn rows = log_store.read();
        std::uint64_t through = fold_row(txn).through;
        Fold fold(txn);
        std::size_t folded = 0;
        std::size_t bytes = 0;
        for (const auto& [number, row] : rows.scan(log).after(through)) {
            if (folded == most_folded_at_once || bytes > most_bytes_folded_at_once) break;
            ++folded;
            bytes += row.entry.size();
            fold.apply(number, row);
            through = number;
        }
        if (folded > 0) fold.finish();
        return through;
    });
}

}  // namespace palette::popularity
