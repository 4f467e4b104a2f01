#include "outbox/outbox.hpp"

#include "api/writer.hpp"

namespace palette::outbox {

namespace {

constexpr std::string_view sequence = "outbox";

bool is_old(const Row& row, Timestamp now) {
    return row.written_at + acknowledged_are_kept < now;
}

}  // namespace

void append(store::WriteTxn& txn, const api::NewEvent& event) {
    const std::string json = api::to_json(event);
    txn.put(rows, txn.next_id(sequence), {event.time, json});
}

Batch read_batch(const store::ReadTxn& txn, std::uint64_t first) {
    Batch batch;
    std::size_t bytes = 0;
    for (const auto& [number, row] : txn.scan(rows).from(first)) {
        if (batch.events.size() == api::most_events_a_page) break;
        if (!batch.events.empty() && bytes + row.event.size() > api::most_page_bytes) break;
        if (batch.events.empty()) batch.first = number;
        batch.events.emplace_back(row.event);
        bytes += row.event.size();
    }
    return batch;
}

std::uint64_t first_kept(const store::ReadTxn& txn) {
    const auto first = txn.first(rows);
    return first ? first->key : 1;
}

void trim(store::WriteTxn& txn, std::uint64_t acknowledged, Timestamp now) {
    for (std::size_t i = 0; i < most_trimmed_at_once; ++i) {
        const auto oldest = txn.first(rows);
        // The newest row stays: it says which sequences have been.
        if (!oldest || oldest->key >= acknowledged || !is_old(oldest->value, now)) return;
        txn.erase(rows, oldest->key);
    }
}

bool wants_trimming(const store::ReadTxn& txn, std::uint64_t acknowledged, Timestamp now) {
    const auto oldest = txn.first(rows);
    return oldest && oldest->key < acknowledged && is_old(oldest->value, now);
}

}  // namespace palette::outbox
