#include "broker/core/retention.hpp"

#include "broker/core/history.hpp"
#include "broker/tables.hpp"

#include <algorithm>
#include <limits>

namespace palette::broker {

namespace {

struct Oldest {
    std::uint64_t offset = 0;
    LogRow row;
};

// Whether age and size let the oldest row go, whoever has not read it.
bool is_due(const store::ReadTxn& txn, const Oldest& oldest, const Retention& retention,
            Timestamp now) {
    return oldest.row.appended_at + retention.age < now || kept_bytes(txn) > retention.bytes;
}

// The offset through which all consumers that are not lost have settled.
std::uint64_t settled_through(const store::ReadTxn& txn) {
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (const auto& [name, consumer] : txn.scan(consumers)) {
        if (!consumer.is_lost) least = std::min(least, consumer.settled);
    }
    return least;
}

void lose_those_before(store::WriteTxn& txn, std::uint64_t offset) {
    for (auto [name, consumer] : txn.scan(consumers)) {
        if (consumer.is_lost || consumer.settled >= offset) continue;
        consumer.is_lost = true;
        txn.put(consumers, name, consumer);
    }
}

std::optional<Oldest> to_be_trimmed(const store::ReadTxn& txn, const Retention& retention,
                                    Timestamp now) {
    const auto first = txn.first(log);
    const auto last = txn.last(log);
    if (!first || first->key == last->key) return std::nullopt;
    Oldest oldest{first->key, first->value};
    if (!is_due(txn, oldest, retention, now)) return std::nullopt;
    const bool is_held = settled_through(txn) < oldest.offset;
    if (is_held && kept_bytes(txn) <= retention.held_bytes) return std::nullopt;
    return oldest;
}

}  // namespace

Sweep trim(store::WriteTxn& txn, const Retention& retention, Timestamp now) {
    for (std::size_t i = 0; i < most_trimmed_at_once; ++i) {
        const auto oldest = to_be_trimmed(txn, retention, now);
        if (!oldest) return Sweep::done;
        const std::string subject = oldest->row.subject;
        lose_those_before(txn, oldest->offset);
        txn.erase(subjects, {subject, oldest->offset});
        txn.erase(log, oldest->offset);
        trim_lives(txn, oldest->offset + 1);
    }
    return Sweep::goes_on;
}

bool wants_trimming(const store::ReadTxn& txn, const Retention& retention, Timestamp now) {
    return to_be_trimmed(txn, retention, now).has_value();
}

std::uint64_t kept_bytes(const store::ReadTxn& txn) {
    const auto first = txn.first(log);
    const auto last = txn.last(log);
    if (!first) return 0;
    return last->value.bytes_through - first->value.bytes_through + first->value.event.size();
}

}  // namespace palette::broker
