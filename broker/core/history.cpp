#include "broker/core/history.hpp"

#include "broker/tables.hpp"

#include <algorithm>
#include <limits>

namespace palette::broker {

std::uint64_t first_offset(const store::ReadTxn& txn) {
    const auto first = txn.first(log);
    return first ? first->key : 1;
}

std::uint64_t head_offset(const store::ReadTxn& txn) {
    const auto last = txn.last(log);
    return last ? last->key : 0;
}

void note_life(store::WriteTxn& txn, std::uint64_t offset, const api::Incarnation& writer) {
    const auto newest = txn.last(lives);
    if (newest && newest->value == writer.text()) return;
    txn.put(lives, offset, writer.text());
}

void trim_lives(store::WriteTxn& txn, std::uint64_t first_kept) {
    while (const auto oldest = txn.first(lives)) {
        const auto next = txn.scan(lives).after(oldest->key).first();
        // A reader of all that is gone stands right before the first that is kept.
        if (!next || next->key >= first_kept) return;
        txn.erase(lives, oldest->key);
    }
}

std::optional<api::Incarnation> log_at(const store::ReadTxn& txn, std::uint64_t offset) {
    const auto life = txn.scan(lives).from(offset).down().first();
    if (!life) return std::nullopt;
    return api::Incarnation::from(life->value);
}

std::uint64_t end_of_life(const store::ReadTxn& txn, std::uint64_t offset) {
    const auto next = txn.scan(lives).after(offset).first();
    return next ? next->key - 1 : std::numeric_limits<std::uint64_t>::max();
}

Result<void> check_place(const store::ReadTxn& txn, const ReadPlace& place) {
    if (!place.log || place.after == 0) return {};
    const std::uint64_t head = head_offset(txn);
    const std::string hint = "go on after offset " + std::to_string(shared_through(txn, place));
    if (head < place.after) {
        return refuse(ErrorKind::out_of_range, "after",
                      "the log ends at offset " + std::to_string(head) +
                          ": it is another one than was read through offset " +
                          std::to_string(place.after) + ", or an older copy",
                      hint);
    }
    const auto here = log_at(txn, place.after);
    if (here && *here == *place.log) return {};
    return refuse(ErrorKind::out_of_range, "after",
                  "the log is another one than was read through offset " +
                      std::to_string(place.after) + ", or an older copy that was put back",
                  hint);
}

std::uint64_t shared_through(const store::ReadTxn& txn, const ReadPlace& place) {
    const std::uint64_t before_first = first_offset(txn) - 1;
    std::uint64_t last_written = head_offset(txn);  // by the incarnation looked at
    if (!place.log) return std::min(place.after, last_written);
    for (const auto& [from, incarnation] : txn.scan(lives).down()) {
        if (incarnation == place.log->text()) {
            return std::max(before_first, std::min(place.after, last_written));
        }
        last_written = from - 1;
    }
    return before_first;
}

}  // namespace palette::broker
