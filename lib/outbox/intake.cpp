#include "outbox/intake.hpp"

#include "outbox/parking.hpp"
#include "outbox/sink.hpp"
#include "outbox/worker.hpp"

#include <utility>

namespace palette::outbox {

namespace {

// What was erased since tells of nothing any more; what erased it comes later.
bool is_erased(const api::Event& event) {
    return event.data == api::Json();
}

// What the store says when a write function threw.
bool has_thrown(const Result<void>& written) {
    return !written && written.error().kind == ErrorKind::internal;
}

}  // namespace

Intake::Intake(std::string consumer, Sink& sink, store::Store& store, Notice notice)
    : consumer_(std::move(consumer)), sink_(sink), store_(store), notice_(std::move(notice)) {}

Result<void> Intake::take(const std::vector<const api::Event*>& events, const CursorRow& through) {
    auto taken = take_together(events, through);
    return has_thrown(taken) ? take_one_by_one(events, through) : taken;
}

Result<void> Intake::take_together(const std::vector<const api::Event*>& events,
                                   const CursorRow& through) {
    return store_.write([&](store::WriteTxn& txn) {
        for (const api::Event* event : events)
            apply(*event, txn);
        txn.put(cursors, consumer_, through);
    });
}

// One of them cannot be taken in: it is found, and put aside when it was tried often enough.
Result<void> Intake::take_one_by_one(const std::vector<const api::Event*>& events,
                                     const CursorRow& through) {
    CursorRow behind = through;
    for (const api::Event* event : events) {
        behind.offset = event->offset.value();
        auto taken = take_together({event}, behind);
        if (has_thrown(taken)) taken = try_again_or_park(*event, taken.error(), behind);
        if (!taken) return taken;
    }
    return take_together({}, through);
}

// Refuses with what went wrong as long as there are tries left, or no room to put it aside.
Result<void> Intake::try_again_or_park(const api::Event& event, const Error& failed,
                                       const CursorRow& behind) {
    const std::uint64_t offset = event.offset.value();
    tries_ = tries_.offset == offset ? Tries{offset, tries_.count + 1} : Tries{offset, 1};
    if (tries_.count < most_tries) return refuse(failed);
    auto put_aside = store_.write([&](store::WriteTxn& txn) -> Result<void> {
        if (!has_room_to_park(txn)) return refuse(failed);
        park(txn, consumer_, event, {.tries = most_tries, .error = failed.message});
        txn.put(cursors, consumer_, behind);
        return {};
    });
    if (!put_aside) return put_aside;
    notice_(NoticeLevel::warning, "consumer.parked",
            "event " + std::to_string(offset) + " of " + event.subject.text() +
                " is put aside: " + failed.message);
    return {};
}

void Intake::apply(const api::Event& event, store::WriteTxn& txn) {
    if (is_erased(event)) return;
    if (is_parked(txn, consumer_, event.subject.text())) return park(txn, consumer_, event, {});
    sink_.apply(event, txn);
}

Result<void> Intake::retry_parked(const Worker& worker) {
    std::string subject;
    while (!worker.stopping()) {
        const auto next = next_to_retry(store_.read(), consumer_, subject);
        if (!next) return {};
        const auto applied = store_.write([&](store::WriteTxn& txn) {
            sink_.apply(next->event, txn);
            txn.erase(parked, next->id);
        });
        if (applied) continue;
        if (!has_thrown(applied)) return applied;
        const auto counted = store_.write(
            [&](store::WriteTxn& txn) { count_try(txn, next->id, applied.error().message); });
        if (!counted) return counted;
        subject = std::get<1>(next->id);
    }
    return {};
}

}  // namespace palette::outbox
