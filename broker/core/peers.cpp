#include "broker/core/peers.hpp"

#include "broker/core/history.hpp"
#include "broker/core/retention.hpp"

#include <algorithm>

namespace palette::broker {

namespace {

api::ConsumerStatus consumer_status(const std::string& name, const ConsumerRow& consumer,
                                    std::uint64_t head) {
    const std::uint64_t lag = head - std::min(head, consumer.offset);
    return {.name = *api::Word::from(name),
            .offset = api::Offset::clamped(consumer.offset),
            .lag = api::Count::clamped(lag),
            .lost = consumer.is_lost,
            .seen_at = consumer.seen_at};
}

void forget_lost(store::WriteTxn& txn, Timestamp now) {
    for (const auto& [name, consumer] : txn.scan(consumers)) {
        if (consumer.is_lost && consumer.seen_at + lost_are_kept < now) txn.erase(consumers, name);
    }
}

}  // namespace

void Peers::heard(const api::ReadEvents& reading, Timestamp now) {
    const std::uint64_t after = reading.after.value();
    const ConsumerRow row{
        .offset = after,
        .settled = std::min(after, reading.settled.value_or(reading.after).value()),
        .seen_at = now};
    const std::lock_guard guard(mutex_);
    const std::string& name = reading.consumer.text();
    if (consumers_.size() >= api::most_consumers && !consumers_.contains(name)) return;
    consumers_[name] = {row, ++newest_};
}

void Peers::heard(const api::LocateSource& source, Timestamp now) {
    const std::lock_guard guard(mutex_);
    const std::string& name = source.source.text();
    if (sources_.size() >= api::most_sources && !sources_.contains(name)) return;
    sources_[name] = {.newest = source.newest.value(), .at = now};
}

Peers::Hearing Peers::save(store::WriteTxn& txn, Timestamp now) const {
    forget_lost(txn, now);
    const std::lock_guard guard(mutex_);
    for (const auto& [name, heard] : consumers_) {
        if (heard.hearing <= saved_) continue;
        if (!txn.has(consumers, name) && txn.count_rows(consumers) >= api::most_consumers) continue;
        txn.put(consumers, name, heard.row);
    }
    return newest_;
}

bool Peers::has_unsaved() const {
    const std::lock_guard guard(mutex_);
    return newest_ > saved_;
}

void Peers::saved(Hearing through) {
    const std::lock_guard guard(mutex_);
    saved_ = through;
}

api::LogStatus Peers::status(const store::ReadTxn& txn) const {
    const std::lock_guard guard(mutex_);
    const std::uint64_t head = head_offset(txn);
    api::LogStatus status{.first = api::Offset::clamped(first_offset(txn)),
                          .head = api::Offset::clamped(head),
                          .bytes = api::Count::clamped(kept_bytes(txn))};
    std::map<std::string, ConsumerRow> readers;
    for (const auto& [name, row] : txn.scan(consumers))
        readers[name] = row;
    for (const auto& [name, heard] : consumers_) {
        // What is saved may have been lost since.
        if (heard.hearing > saved_ || !readers.contains(name)) readers[name] = heard.row;
    }
    for (const auto& [name, row] : readers)
        status.consumers.push_back(consumer_status(name, row, head));
    for (const auto& [source, incarnation] : txn.scan(source_lives)) {
        const auto held = txn.get(sources, {source, incarnation});
        status.sources.push_back(status_of(source, incarnation, held.value_or(SourceRow{})));
    }
    return status;
}

api::SourceStatus Peers::status_of(const std::string& source, const std::string& incarnation,
                                   const SourceRow& held) const {
    api::SourceStatus status{.source = *api::Source::from(source),
                             .incarnation = *api::Incarnation::from(incarnation),
                             .sequence = api::Sequence::clamped(held.sequence),
                             .lag = 0};
    if (held.sequence > 0) status.time = held.time;
    const auto heard = sources_.find(source);
    if (heard == sources_.end()) return status;
    const std::uint64_t newest = std::max(heard->second.newest, held.sequence);
    status.lag = api::Count::clamped(newest - held.sequence);
    status.seen_at = heard->second.at;
    return status;
}

std::vector<std::string> lost_consumers(const store::ReadTxn& txn) {
    std::vector<std::string> lost;
    for (const auto& [name, consumer] : txn.scan(consumers)) {
        if (consumer.is_lost) lost.push_back(name);
    }
    return lost;
}

}  // namespace palette::broker
