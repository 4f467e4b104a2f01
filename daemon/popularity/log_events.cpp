#include "popularity/log_events.hpp"

#include "api/page.hpp"
#include "api/writer.hpp"
#include "popularity/core/log.hpp"
#include "popularity/core/view.hpp"

namespace palette::popularity {

namespace {

// The number of the row that is the event of that sequence; none when it is not kept.
std::optional<std::uint64_t> row_of_event(const store::ReadTxn& log_store, std::uint64_t sequence) {
    const auto oldest = log_store.first(log);
    const auto newest = log_store.last(log);
    if (!oldest || !newest || newest->value.events_through < sequence) return std::nullopt;
    std::uint64_t low = oldest->key;
    std::uint64_t high = newest->key;
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (log_store.get(log, middle)->events_through >= sequence) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    const auto row = log_store.get(log, low);
    if (row->events_through != sequence || !is_event(*row)) return std::nullopt;
    return low;
}

// What may be let go of, and why not yet.
struct Trimming {
    std::uint64_t acknowledged = 0;
    std::uint64_t folded = 0;
    Timestamp now{};
};

// The number of the oldest row, if it may go. The newest stays: it says what has been.
std::optional<std::uint64_t> to_be_trimmed(const store::ReadTxn& log_store,
                                           const Trimming& trimming) {
    const auto oldest = log_store.first(log);
    if (!oldest || oldest->key >= trimming.folded) return std::nullopt;
    const LogRow& row = oldest->value;
    if (row.events_through >= trimming.acknowledged) return std::nullopt;
    const Tail tail = tail_of(log_store);
    if (oldest->key >= tail.number) return std::nullopt;
    const bool is_old = row.at + outbox::acknowledged_are_kept < trimming.now;
    const std::uint64_t before = row.bytes_through - row.entry.size();
    const bool is_too_much = tail.bytes - before > outbox::most_kept_bytes;
    if (!is_old && !is_too_much) return std::nullopt;
    return oldest->key;
}

}  // namespace

outbox::Kept LogEvents::kept(const store::ReadTxn& log_store) const {
    const auto oldest = log_store.first(log);
    const auto newest = log_store.last(log);
    if (!oldest || !newest) return {};
    const std::uint64_t before = oldest->value.events_through - (is_event(oldest->value) ? 1 : 0);
    return {.first = before + 1, .newest = newest->value.events_through};
}

std::optional<Timestamp> LogEvents::written_at(const store::ReadTxn& log_store,
                                               std::uint64_t sequence) const {
    const auto number = row_of_event(log_store, sequence);
    if (!number) return std::nullopt;
    return log_store.get(log, *number)->at;
}

outbox::Batch LogEvents::read_batch(const store::ReadTxn& log_store, std::uint64_t first) const {
    outbox::Batch batch;
    const auto begin = row_of_event(log_store, std::max(first, kept(log_store).first));
    if (!begin) return batch;
    api::PageBudget budget({.items = api::most_events_a_page});
    for (const auto& [number, row] : log_store.scan(log).from(*begin)) {
        const auto event = event_of(number, row);
        if (!event) continue;
        std::string json = api::to_json(*event);
        batch.is_full = !budget.visits() || !budget.takes(json.size());
        if (batch.is_full) break;
        if (batch.events.empty()) batch.first = row.events_through;
        batch.events.push_back(api::Encoded<api::NewEvent>::owning(std::move(json)));
    }
    return batch;
}

bool LogEvents::wants_trimming(const store::ReadTxn& log_store, std::uint64_t acknowledged,
                               Timestamp now) const {
    const std::uint64_t folded = fold_row(tables_.read()).through;
    return to_be_trimmed(log_store, {acknowledged, folded, now}).has_value();
}

void LogEvents::trim(store::WriteTxn& log_store, std::uint64_t acknowledged, Timestamp now) const {
    const Trimming trimming{acknowledged, fold_row(tables_.read()).through, now};
    for (std::size_t i = 0; i < outbox::most_trimmed_at_once; ++i) {
        const auto oldest = to_be_trimmed(log_store, trimming);
        if (!oldest) return;
        log_store.erase(log, *oldest);
    }
}

}  // namespace palette::popularity
