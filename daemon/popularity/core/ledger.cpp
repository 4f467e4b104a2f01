#include "popularity/core/ledger.hpp"

#include "api/reader.hpp"
#include "base/check.hpp"
#include "popularity/core/catalogue.hpp"
#include "store/failure.hpp"

#include <string>

namespace palette::popularity {

namespace {

// A fold takes a fraction of a second.
constexpr std::int64_t retry_full_ms = 200;

void check_same_age(const store::ReadTxn& log_store, const store::ReadTxn& tables) {
    const std::uint64_t folded = fold_row(tables).through;
    const auto oldest = log_store.first(log);
    const std::uint64_t newest = tail_of(log_store).number;
    const bool is_gap = oldest && oldest->key > folded + 1;
    if (folded <= newest && !is_gap) return;
    throw store::CannotOpen(
        "the tables have the log's rows through " + std::to_string(folded) + " and the log has " +
        std::to_string(oldest ? oldest->key : 0) + " to " + std::to_string(newest) +
        ": one of the two folders is an older copy; put both back from the same backup");
}

struct News {
    std::uint64_t id = 0;
    PendingPalette palette{};
};

// What a row tells of a palette, if it is not older than what the view has.
template <class MakeView>
std::optional<News> news_in(const Entry& entry, const MakeView& view) {
    if (const auto* gone = std::get_if<PaletteGone>(&entry)) {
        return News{gone->palette, {.is_gone = true, .known = {.revision = gone->revision}}};
    }
    const auto* told = std::get_if<PaletteTold>(&entry);
    if (told == nullptr) return std::nullopt;
    const auto palette = api::read_json<api::PaletteCreated>(told->json);
    CHECK_INVARIANT(palette.has_value());
    const std::uint64_t id = palette->palette.id.value();
    KnownPalette known = known_as(*palette);
    const auto before = view().find(id);
    if (before && is_same(before->known, known) && before->known.revision > known.revision) {
        return std::nullopt;
    }
    return News{id, {.known = std::move(known)}};
}

}  // namespace

Ledger::Ledger(const store::ReadTxn& log_store, const store::Store& tables) : tables_(tables) {
    check_same_age(log_store, tables.read());
    read_anew(log_store);
}

View Ledger::follow(const store::ReadTxn& log_store) {
    if (tail_of(log_store).number != tail_.number) read_anew(log_store);
    return latest();
}

Result<void> Ledger::admits() const {
    {
        const std::lock_guard guard(mutex_);
        if (parts_.back()->rows().through < parts_.front()->rows().after + most_pending) return {};
    }
    return refuse(
        {.kind = ErrorKind::resource_exhausted,
         .message = "too many writes are waiting to be counted: " + std::to_string(most_pending),
         .retry_after_ms = retry_full_ms});
}

void Ledger::append(store::WriteTxn& log_store, const Entry& entry, Timestamp now) {
    tail_ = popularity::append(log_store, tail_, entry, now);
    {
        const std::lock_guard guard(mutex_);
        parts_.back()->add(tail_.number, now, tail_.hour, entry);
    }
    auto news = news_in(entry, [this] { return latest(); });
    if (!news) return;
    const std::lock_guard guard(mutex_);
    parts_.back()->learn(news->id, std::move(news->palette));
}

View Ledger::read(const store::ReadTxn& log_store) const {
    View::Parts taken = parts();
    return {std::move(taken), tables_.read(), tail_of(log_store).number};
}

void Ledger::close_part() {
    const std::lock_guard guard(mutex_);
    const Range rows = parts_.back()->rows();
    if (rows.through > rows.after) parts_.push_back(std::make_shared<PendingPart>(rows.through));
}

void Ledger::folded(std::uint64_t through) {
    Parts gone;  // outlives the lock: letting go of many rows takes a while
    const std::lock_guard guard(mutex_);
    while (parts_.size() > 1 && parts_.front()->rows().through <= through) {
        gone.push_back(std::move(parts_.front()));
        parts_.erase(parts_.begin());
    }
}

// Aside: until it is whole, readers go on with what there was, of which the log's end cuts off what
// was not kept.
void Ledger::read_anew(const store::ReadTxn& log_store) {
    const std::uint64_t folded = fold_row(tables_.read()).through;
    const auto part = std::make_shared<PendingPart>(folded);
    const auto so_far = [&] { return View({part}, tables_.read(), no_end); };
    for (const auto& [number, row] : log_store.scan(log).after(folded)) {
        const Entry entry = entry_of(number, row);
        part->add(number, row.at, row.hour, entry);
        if (auto news = news_in(entry, so_far)) part->learn(news->id, std::move(news->palette));
    }
    {
        const std::lock_guard guard(mutex_);
        parts_ = {part};
    }
    tail_ = tail_of(log_store);
}

View::Parts Ledger::parts() const {
    const std::lock_guard guard(mutex_);
    return {parts_.begin(), parts_.end()};
}

}  // namespace palette::popularity
