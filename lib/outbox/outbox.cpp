#include "outbox/outbox.hpp"

#include "api/page.hpp"
#include "api/writer.hpp"

#include <optional>

namespace palette::outbox {

namespace {

constexpr std::string_view sequence_name = "outbox";

std::uint64_t bytes_through(const store::ReadTxn& txn) {
    const auto newest = txn.last(rows);
    return newest ? newest->value.bytes_through : 0;
}

// The number of the oldest row, if it may go. The newest stays: it says which sequences have been.
std::optional<std::uint64_t> to_be_trimmed(const store::ReadTxn& txn, std::uint64_t acknowledged,
                                           Timestamp now) {
    const auto oldest = txn.first(rows);
    if (!oldest || oldest->key >= acknowledged) return std::nullopt;
    const bool is_old = oldest->value.written_at + acknowledged_are_kept < now;
    const std::uint64_t before = oldest->value.bytes_through - oldest->value.event.size();
    const bool is_too_much = bytes_through(txn) - before > most_kept_bytes;
    if (!is_old && !is_too_much) return std::nullopt;
    return oldest->key;
}

}  // namespace

void append(store::WriteTxn& txn, const api::NewEvent& event) {
    const std::string json = api::to_json(event);
    const std::uint64_t through = bytes_through(txn) + json.size();
    const std::uint64_t number = txn.next_id(sequence_name);
    const std::string& subject = event.subject.text();
    if (event.erases) erase_data(txn, subject, number - 1);
    txn.put(rows, number, {event.time, through, json});
    txn.put(subjects, {subject, number}, 1);
}

Batch OutboxRows::read_batch(const store::ReadTxn& txn, std::uint64_t first) const {
    Batch batch;
    api::PageBudget budget({.items = api::most_events_a_page});
    const bool something_is_hidden = has_to_erase(txn);
    for (const auto& [number, row] : txn.scan(rows).from(first)) {
        batch.is_full = !budget.visits() || !budget.takes(row.event.size());
        if (batch.is_full) break;
        if (batch.events.empty()) batch.first = number;
        if (something_is_hidden && is_hidden(txn, number, row.event)) {
            batch.events.push_back(api::Encoded<api::NewEvent>::owning(without_data(row.event)));
        } else {
            batch.events.emplace_back(row.event);
        }
    }
    return batch;
}

Kept OutboxRows::kept(const store::ReadTxn& txn) const {
    const auto first = txn.first(rows);
    const auto newest = txn.last(rows);
    if (!first || !newest) return {};
    return {.first = first->key, .newest = newest->key};
}

std::optional<Timestamp> OutboxRows::written_at(const store::ReadTxn& txn,
                                                std::uint64_t sequence) const {
    const auto row = txn.get(rows, sequence);
    if (!row) return std::nullopt;
    return row->written_at;
}

void OutboxRows::trim(store::WriteTxn& txn, std::uint64_t acknowledged, Timestamp now) const {
    erase_more(txn);
    for (std::size_t i = 0; i < most_trimmed_at_once; ++i) {
        const auto oldest = to_be_trimmed(txn, acknowledged, now);
        if (!oldest) return;
        forget_subject(txn, *oldest, txn.get(rows, *oldest)->event);
        txn.erase(rows, *oldest);
    }
}

bool OutboxRows::wants_trimming(const store::ReadTxn& txn, std::uint64_t acknowledged,
                                Timestamp now) const {
    return has_to_erase(txn) || to_be_trimmed(txn, acknowledged, now).has_value();
}

}  // namespace palette::outbox
