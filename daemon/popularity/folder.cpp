#include "popularity/folder.hpp"

#include "popularity/core/forgetting.hpp"
#include "popularity/core/log.hpp"
#include "popularity/core/standings.hpp"

#include <algorithm>

namespace palette::popularity {

namespace {

std::chrono::milliseconds pause_after(std::chrono::steady_clock::duration fold) {
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(fold);
    return std::clamp(took * Folder::pause_to_fold, Folder::shortest_pause, Folder::longest_pause);
}

}  // namespace

Folder::Folder(outbox::Surroundings around, store::Store& tables, Ledger& ledger)
    : around_(std::move(around)),
      tables_(tables),
      ledger_(ledger),
      outage_(around_.notice, "fold"),
      worker_([this] { return round(); }, [this](std::string_view why) { failed(why); }),
      wake_on_commit_(around_.store.after_commit([this] { woken(); })) {}

std::chrono::milliseconds Folder::round() {
    const auto begun = std::chrono::steady_clock::now();
    is_idle_ = false;
    bool folded_any = false;
    bool more = true;
    while (more && !worker_.stopping()) {
        const auto folded = fold_all(around_.store, tables_, ledger_);
        const auto followed =
            folded ? append_what_follows(around_.store, tables_, ledger_, around_.clock.now())
                   : folded;
        if (!followed) {
            failed(followed.error().message);
            return outbox::Worker::retry_after;
        }
        folded_any |= *folded;
        more = *followed;
    }
    outage_.ends();
    if (folded_any) return pause_after(std::chrono::steady_clock::now() - begun);
    is_idle_ = true;
    // Who committed before that line did not wake anybody.
    const bool all = tail_of(around_.store.read()).number <= fold_row(tables_.read()).through;
    return all ? idle : std::chrono::milliseconds(0);
}

// Only the first commit after a rest wakes: the others wait for the pause, and are many then.
void Folder::woken() {
    if (is_idle_.exchange(false)) worker_.wake();
}

void Folder::failed(std::string_view why) {
    outage_.begins(why);
}

Result<bool> fold_all(const store::Store& log_store, store::Store& tables, Ledger& ledger) {
    ledger.close_part();
    const std::uint64_t newest = tail_of(log_store.read()).number;
    std::uint64_t through = fold_row(tables.read()).through;
    const bool any = through < newest;
    while (through < newest) {
        const auto folded = fold_some(log_store, tables);
        if (!folded) return refuse(folded.error());
        through = *folded;
        ledger.folded(through);
    }
    return any;
}

Result<bool> append_what_follows(store::Store& log_store, const store::Store& tables,
                                 Ledger& ledger, Timestamp now) {
    std::vector<Entry> entries;
    {
        const store::ReadTxn known = tables.read();
        if (wants_sweeping(known)) entries.emplace_back(Swept{});
        for (const StandingTold& standing : untold(known))
            entries.emplace_back(standing);
    }
    if (hour_of(now) > tail_of(log_store.read()).hour) entries.emplace_back(HourBegan{});
    if (entries.empty()) return false;
    const auto appended = log_store.write([&](store::WriteTxn& txn) {
        static_cast<void>(ledger.follow(txn));
        for (const Entry& entry : entries)
            ledger.append(txn, entry, now);
    });
    if (!appended) return refuse(appended.error());
    return true;
}

}  // namespace palette::popularity
