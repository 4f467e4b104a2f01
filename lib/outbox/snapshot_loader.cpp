#include "outbox/snapshot_loader.hpp"

#include "api/directory.hpp"
#include "outbox/parking.hpp"
#include "outbox/room.hpp"
#include "outbox/sink.hpp"
#include "outbox/surroundings.hpp"
#include "outbox/worker.hpp"
#include "rpc/client.hpp"

namespace palette::outbox {

Result<std::string> SnapshotLoader::load() {
    const auto position = with_.client.call(api::LocateEvents{}, {.timeout = answer_within});
    if (!position) return refuse(position.error());
    if (const auto begun = begin(); !begun) return refuse(begun.error());
    auto incarnation = load_pages();
    if (!incarnation) return incarnation;
    const auto set = sweep_and_set({.offset = position->head.value(),
                                    .incarnation = *incarnation,
                                    .log = position->log ? position->log->text() : ""});
    if (!set) return refuse(set.error());
    return incarnation;
}

// While the source is away nothing is written: the disk has nothing to sync. What it tells is asked
// for after the beginning is written, so that whatever the sink hears of otherwise, and had heard
// of before, the snapshot has too.
Result<void> SnapshotLoader::begin() {
    const auto is_there = ask({});
    if (!is_there) return refuse(is_there.error());
    return with_.store.write([&](store::WriteTxn& txn) { with_.sink.begin_snapshot(txn); });
}

// The incarnation that all pages were of.
Result<std::string> SnapshotLoader::load_pages() {
    std::string incarnation;
    std::optional<api::Cursor> after;
    do {
        if (const auto on = with_.worker.may_go_on(); !on) return refuse(on.error());
        if (const auto room = wait_for_room(with_.sink, with_.worker); !room) {
            return refuse(room.error());
        }
        const auto page = ask(after);
        if (!page) return refuse(page.error());
        if (!incarnation.empty() && incarnation != page->incarnation.text()) {
            return refuse(ErrorKind::aborted, "", "the source's store changed under its snapshot");
        }
        incarnation = page->incarnation.text();
        const auto applied = with_.store.write([&](store::WriteTxn& txn) {
            for (const api::NewEvent& state : page->items)
                with_.sink.apply_snapshot(state, txn);
        });
        if (!applied) return refuse(applied.error());
        after = page->next;
    } while (after);
    return incarnation;
}

// The method is the same for all who have snapshots; whom to ask, the call alone cannot know.
Result<api::SnapshotPage> SnapshotLoader::ask(const std::optional<api::Cursor>& after) {
    rpc::Asked asked =
        rpc::Client::asked_of(api::ReadSnapshot{.after = after}, {.timeout = answer_within});
    asked.daemon = &with_.source;
    const auto json = with_.client.ask(std::move(asked));
    if (!json) return refuse(json.error());
    auto page = api::read_json<api::SnapshotPage>(*json, api::Unknown::ignored);
    if (!page) return refuse(rpc::misread(with_.source, api::ReadSnapshot::method, page.error()));
    return page;
}

// The cursor is the last that is written.
Result<void> SnapshotLoader::sweep_and_set(const CursorRow& cursor) {
    Sink::Sweep sweep = Sink::Sweep::goes_on;
    while (sweep != Sink::Sweep::done) {
        if (const auto on = with_.worker.may_go_on(); !on) return on;
        const auto swept = with_.store.write([&](store::WriteTxn& txn) {
            const Sink::Sweep is = with_.sink.sweep(txn);
            if (is == Sink::Sweep::done) {
                forget_parked(txn, with_.consumer);
                txn.put(cursors, with_.consumer, cursor);
            }
            return is;
        });
        if (!swept) return refuse(swept.error());
        sweep = *swept;
    }
    return {};
}

}  // namespace palette::outbox
