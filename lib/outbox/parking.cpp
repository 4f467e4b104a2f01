#include "outbox/parking.hpp"

#include "api/reader.hpp"
#include "api/writer.hpp"

#include <limits>
#include <stdexcept>

namespace palette::outbox {

namespace {

constexpr std::uint64_t last_offset = std::numeric_limits<std::uint64_t>::max();

api::Event read_event(const ParkedRow& row) {
    auto event = api::read_json<api::Event>(row.event);
    if (event) return *std::move(event);
    throw std::runtime_error("an event that was put aside: " + event.error().message);
}

}  // namespace

void park(store::WriteTxn& txn, const std::string& consumer, const api::Event& event,
          const Failure& failure) {
    txn.put(parked, {consumer, event.subject.text(), event.offset.value()},
            {failure.tries, failure.error, api::to_json(event)});
}

bool is_parked(const store::ReadTxn& txn, const std::string& consumer, const std::string& subject) {
    return txn.scan(parked).under(consumer, subject).first().has_value();
}

bool has_room_to_park(const store::ReadTxn& txn) {
    return txn.count_rows(parked) < most_parked;
}

std::optional<Parked> next_to_retry(const store::ReadTxn& txn, const std::string& consumer,
                                    const std::string& after_subject) {
    std::string subject = after_subject;
    while (const auto head =
               txn.scan(parked).under(consumer).after(consumer, subject, last_offset).first()) {
        if (head->value.tries < most_tries)
            return Parked{head->key, read_event(head->value), head->value.tries};
        subject = std::get<1>(head->key);
    }
    return std::nullopt;
}

void count_try(store::WriteTxn& txn, const ParkedId& id, std::string_view error) {
    auto row = txn.get(parked, id);
    if (!row) return;
    ++row->tries;
    row->error = error;
    txn.put(parked, id, *row);
}

void forget_parked(store::WriteTxn& txn, const std::string& consumer) {
    for (const auto& [id, row] : txn.scan(parked).under(consumer))
        txn.erase(parked, id);
}

std::uint64_t retry_parked(store::WriteTxn& txn) {
    std::uint64_t count = 0;
    for (auto [id, row] : txn.scan(parked)) {
        ++count;
        if (row.tries == 0) continue;
        row.tries = 0;
        txn.put(parked, id, row);
    }
    return count;
}

ParkedSummary summarize_parked(const store::ReadTxn& txn) {
    const auto first = txn.first(parked);
    if (!first) return {};
    return {.count = txn.count_rows(parked),
            .problem = "events of " + std::get<1>(first->key) +
                       " and maybe others wait: " + first->value.error};
}

}  // namespace palette::outbox
