#include "outbox/erasing.hpp"

#include "api/event.hpp"
#include "api/reader.hpp"
#include "api/writer.hpp"
#include "base/check.hpp"
#include "outbox/outbox.hpp"

namespace palette::outbox {

namespace {

// What append() wrote.
api::NewEvent read_event(std::string_view json) {
    auto event = api::read_json<api::NewEvent>(json);
    CHECK_INVARIANT(event.has_value());
    return *std::move(event);
}

void erase_row_data(store::WriteTxn& txn, std::uint64_t sequence) {
    const auto row = txn.get(rows, sequence);
    if (!row) return;
    const std::string event = without_data(row->event);
    txn.put(rows, sequence, {row->written_at, row->bytes_through, event});
}

void erase_some(store::WriteTxn& txn, const std::string& subject, std::uint64_t through) {
    std::size_t erased = 0;
    for (const auto& [key, mark] : txn.scan(subjects).under(subject)) {
        const std::uint64_t sequence = std::get<1>(key);
        if (sequence > through) break;
        if (erased++ == most_erased_at_once) return;
        txn.erase(subjects, key);
        erase_row_data(txn, sequence);
    }
    txn.erase(erasures, subject);
}

}  // namespace

void erase_data(store::WriteTxn& txn, const std::string& subject, std::uint64_t through) {
    txn.put(erasures, subject, through);
    erase_some(txn, subject, through);
}

void erase_more(store::WriteTxn& txn) {
    if (const auto next = txn.first(erasures)) erase_some(txn, next->key, next->value);
}

bool has_to_erase(const store::ReadTxn& txn) {
    return txn.first(erasures).has_value();
}

bool is_hidden(const store::ReadTxn& txn, std::uint64_t sequence, std::string_view event) {
    const auto through = txn.get(erasures, read_event(event).subject.text());
    return through && sequence <= *through;
}

std::string without_data(std::string_view event) {
    api::NewEvent erased = read_event(event);
    erased.data = api::Json();
    return api::to_json(erased);
}

void forget_subject(store::WriteTxn& txn, std::uint64_t sequence, std::string_view event) {
    txn.erase(subjects, {read_event(event).subject.text(), sequence});
}

void index_subjects(store::WriteTxn& txn) {
    for (const auto& [sequence, row] : txn.scan(rows))
        txn.put(subjects, {read_event(row.event).subject.text(), sequence}, 1);
}

}  // namespace palette::outbox
