#include "broker/core/log.hpp"

#include "api/page.hpp"
#include "api/writer.hpp"
#include "broker/tables.hpp"

#include <algorithm>

namespace palette::broker {

namespace {

// Rows a page may visit: a reader of a rare topic goes on from `through`.
constexpr std::size_t most_visited = 256;

api::Event stamped(const api::AppendEvents& wanted, std::size_t index, std::uint64_t offset) {
    const api::NewEvent& event = wanted.items[index];
    const std::uint64_t sequence = wanted.first.value() + index;
    const std::string id = wanted.incarnation.text() + "-" + std::to_string(sequence);
    return {.specversion = api::Word("1.0"),
            .id = *api::Word::from(id),
            .source = wanted.source,
            .type = event.type,
            .subject = event.subject,
            .time = event.time,
            .offset = api::Offset::clamped(offset),
            .topic = event.topic,
            .audience = event.audience,
            .revision = event.revision,
            .data = event.data};
}

// A clock that was set back does not set the log back: moments are looked up by halving.
Timestamp time_of_next(const store::ReadTxn& txn, Timestamp now) {
    const auto last = txn.last(log);
    return last ? std::max(now, last->value.appended_at) : now;
}

// Writes an event at the log's end, and links it to its topic's public events when it is one.
void append_one(store::WriteTxn& txn, const api::AppendEvents& wanted, std::size_t index,
                Timestamp at) {
    const api::NewEvent& event = wanted.items[index];
    const std::uint64_t offset = txn.next_id(offset_sequence);
    const auto previous = txn.get(topic_heads, event.topic.text()).value_or(0);
    const std::string json = api::to_json(stamped(wanted, index, offset));
    txn.put(log, offset, {at, event.topic.text(), event.audience, previous, json});
    if (event.audience == api::Audience::public_) txn.put(topic_heads, event.topic.text(), offset);
}

bool wants(const Reading& wanted, const LogRow& row) {
    if (wanted.only_public && row.audience != api::Audience::public_) return false;
    if (wanted.topics.empty()) return true;
    for (const api::Topic& topic : wanted.topics) {
        if (topic.text() == row.topic) return true;
    }
    return false;
}

api::SourcePosition position(const api::Incarnation& incarnation, const SourceRow& held) {
    return {.incarnation = incarnation,
            .sequence = api::Sequence::clamped(held.sequence),
            .time = held.time};
}

std::uint64_t first_offset(const store::ReadTxn& txn) {
    const auto first = txn.first(log);
    return first ? first->key : 1;
}

std::uint64_t head_offset(const store::ReadTxn& txn) {
    const auto last = txn.last(log);
    return last ? last->key : 0;
}

}  // namespace

Result<api::SourcePosition> append(store::WriteTxn& txn, const api::AppendEvents& wanted,
                                   Timestamp now) {
    if (wanted.first.value() == 0) {
        return refuse(ErrorKind::invalid_argument, "first", "first: sequences count from 1, got 0");
    }
    const std::tuple source{wanted.source.text(), wanted.incarnation.text()};
    const std::uint64_t before = wanted.begins ? wanted.first.value() - 1 : 0;
    SourceRow held = txn.get(sources, source).value_or(SourceRow{.sequence = before});
    if (wanted.first.value() > held.sequence + 1) {
        return refuse(ErrorKind::aborted, "first",
                      "the next sequence of " + wanted.source.text() + " is " +
                          std::to_string(held.sequence + 1) + ", not " +
                          std::to_string(wanted.first.value()));
    }
    const Timestamp at = time_of_next(txn, now);
    for (std::size_t i = 0; i < wanted.items.size(); ++i) {
        const std::uint64_t sequence = wanted.first.value() + i;
        if (sequence <= held.sequence) continue;
        append_one(txn, wanted, i, at);
        held = {.sequence = sequence, .time = wanted.items[i].time};
    }
    txn.put(sources, source, held);
    return position(wanted.incarnation, held);
}

api::SourcePosition position_of(const store::ReadTxn& txn, const api::LocateSource& wanted) {
    const auto held = txn.get(sources, {wanted.source.text(), wanted.incarnation.text()});
    if (!held) return {};
    return position(wanted.incarnation, *held);
}

Result<api::EventPageOf<api::Encoded<api::Event>>> read(const store::ReadTxn& txn,
                                                        const Reading& wanted) {
    const std::uint64_t first = first_offset(txn);
    if (wanted.after + 1 < first) {
        return refuse(ErrorKind::out_of_range, "after",
                      "events " + std::to_string(wanted.after + 1) + " to " +
                          std::to_string(first - 1) + " are no longer kept",
                      "go on after offset " + std::to_string(first - 1));
    }
    api::EventPageOf<api::Encoded<api::Event>> page{.items{},
                                                    .through = api::Offset::clamped(wanted.after),
                                                    .head = api::Offset::clamped(head_offset(txn)),
                                                    .first = api::Offset::clamped(first)};
    api::PageBudget budget({.items = wanted.limit, .rows = most_visited});
    for (const auto& [offset, row] : txn.scan(log).after(wanted.after)) {
        if (!budget.visits()) break;
        if (wants(wanted, row)) {
            if (!budget.takes(row.event.size())) break;
            page.items.push_back(api::Encoded<api::Event>(row.event));
        }
        page.through = api::Offset::clamped(offset);
    }
    return page;
}

api::LogPosition locate(const store::ReadTxn& txn, std::optional<Timestamp> since) {
    const std::uint64_t first = first_offset(txn);
    const std::uint64_t head = head_offset(txn);
    std::uint64_t low = first;  // the answer is the least offset in [low, high) not before `since`
    std::uint64_t high = head + 1;
    if (!since) low = high;
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        const auto row = txn.get(log, middle);
        if (row && row->appended_at < *since) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return {.first = api::Offset::clamped(first),
            .head = api::Offset::clamped(head),
            .before = api::Offset::clamped(low - 1)};
}

}  // namespace palette::broker
