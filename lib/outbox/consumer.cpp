#include "outbox/consumer.hpp"

#include "api/directory.hpp"
#include "base/check.hpp"
#include "outbox/cursor_table.hpp"
#include "outbox/parking.hpp"

#include <algorithm>
#include <thread>

namespace palette::outbox {

namespace {

// How long a round waits for a hint before it looks into the log unasked.
constexpr std::chrono::milliseconds idle{500};
// Events of other sources that the cursor on disk may be behind: read once more after a restart.
constexpr std::uint64_t most_passed_over = 10'000;
constexpr std::chrono::milliseconds look_for_room_every{10};

struct CursorRow {
    std::uint64_t offset = 0;   // applied through
    std::string incarnation{};  // of the source's store
    std::string log{};          // the incarnation of the log that wrote `offset`

    static constexpr auto members =
        std::tuple{&CursorRow::offset, &CursorRow::incarnation, &CursorRow::log};
};
constexpr store::Table<std::string, CursorRow> cursors{consumer_table};

// Events are named "<incarnation>-<sequence>".
std::string_view incarnation_of(const api::Event& event) {
    const std::string_view id = event.id.text();
    return id.substr(0, id.find('-'));
}

Error stopping() {
    return {.kind = ErrorKind::unavailable, .message = "stopping"};
}

// Empty when nothing was read yet.
std::string text_of(const std::optional<api::Incarnation>& log) {
    return log ? log->text() : "";
}

// Resets of sources are for every consumer.
api::Topics topics_of(const Feed& feed) {
    api::Topics topics{*api::Topic::from(std::string(api::sources_topic))};
    for (const std::string_view topic : feed.topics)
        topics.push_back(*api::Topic::from(std::string(topic)));
    return topics;
}

// What was erased since tells of nothing any more; what erased it comes later.
bool is_erased(const api::Event& event) {
    return event.data == api::Json();
}

// What the store says when a write function threw.
bool has_thrown(const Error& error) {
    return error.kind == ErrorKind::internal;
}

// The incarnation of a source that the broker says begins anew, if it is this one.
std::optional<api::Incarnation> reset_of(const api::Event& event, std::string_view source) {
    if (event.source.text() != api::broker_daemon.source) return std::nullopt;
    if (event.type.text() != api::SourceReset::event.name) return std::nullopt;
    const auto reset = api::read_json<api::SourceReset>(event.data.text());
    if (!reset || reset->source.text() != source) return std::nullopt;
    return reset->incarnation;
}

}  // namespace

Consumer::Consumer(Surroundings around, std::string name, const Feed& feed, Sink& sink)
    : around_(std::move(around)),
      name_(std::move(name)),
      source_(feed.source),
      topics_(topics_of(feed)),
      sink_(sink),
      outage_(around_.notice, "consumer"),
      worker_([this] { return round(); }, [this](std::string_view why) { start_over(why); }) {}

std::chrono::milliseconds Consumer::round() {
    if (!client_) connect();
    const auto done = catch_up();
    if (!done) {
        if (!worker_.stopping()) outage_.begins(done.error().message);
        return Worker::retry_after;
    }
    outage_.ends();
    wait_for_hint();
    return std::chrono::milliseconds(0);
}

void Consumer::connect() {
    live_.emplace(around_.context, around_.sockets, topics_);
    client_.emplace(around_.context, around_.sockets, around_.random);
}

// A client that threw in the middle of a call is of no more use.
void Consumer::start_over(std::string_view why) {
    client_.reset();
    live_.reset();
    outage_.begins(why);
}

Result<void> Consumer::catch_up() {
    while (!worker_.stopping()) {
        if (!around_.store.read().has(cursors, name_)) {
            if (const auto loaded = load_snapshot(); !loaded) return loaded;
        }
        if (const auto room = wait_for_room(); !room) return room;
        if (const auto retried = retry_parked(); !retried) return retried;
        const auto more = apply_page();
        if (!more && more.error().kind == ErrorKind::out_of_range) {
            around_.notice(NoticeLevel::warning, "consumer.reset", more.error().message);
            const auto forgotten =
                around_.store.write([&](store::WriteTxn& txn) { txn.erase(cursors, name_); });
            if (!forgotten) return refuse(forgotten.error());
            passed_ = {};
            continue;
        }
        if (!more) return refuse(more.error());
        if (!*more) return {};
    }
    return {};
}

// False when the log has nothing more. out_of_range when the log cannot be gone on with.
Result<bool> Consumer::apply_page() {
    const auto cursor = around_.store.read().get(cursors, name_);
    CHECK_INVARIANT(cursor.has_value());
    if (passed_.offset < cursor->offset) passed_ = {cursor->offset, cursor->log};
    const auto page =
        client_->call(api::ReadEvents{.consumer = *api::Word::from(name_),
                                      .after = api::Offset::clamped(passed_.offset),
                                      .topics = topics_,
                                      .log = api::Incarnation::from(passed_.log),
                                      .settled = api::Offset::clamped(cursor->offset)},
                      {.timeout = answer_within});
    if (!page) return refuse(page.error());
    if (const auto same = check_incarnation(*page, cursor->incarnation); !same) {
        return refuse(same.error());
    }
    const std::uint64_t through = page->through.value();
    if (through == passed_.offset) return false;
    const auto ours = events_of_source(*page);
    const Place place{through, text_of(page->log)};
    // What others tell of is no reason to sync the disk.
    if (!ours.empty() || through - cursor->offset > most_passed_over) {
        auto applied = apply(ours, cursor->incarnation, place);
        if (!applied && has_thrown(applied.error())) {
            applied = apply_one_by_one(ours, cursor->incarnation, place);
        }
        if (!applied) return refuse(applied.error());
    }
    passed_ = place;
    return true;
}

Result<void> Consumer::check_incarnation(const api::EventPage& page,
                                         const std::string& known) const {
    for (const api::Event& event : page.items) {
        const auto reset = reset_of(event, source_.source);
        const bool is_ours = event.source.text() == source_.source;
        if (reset ? reset->text() == known : !is_ours || incarnation_of(event) == known) continue;
        return refuse(ErrorKind::out_of_range, "after", "the source's store is another one");
    }
    return {};
}

// In one transaction with the cursor.
Result<void> Consumer::apply(const std::vector<const api::Event*>& events,
                             const std::string& incarnation, const Place& place) {
    return around_.store.write([&](store::WriteTxn& txn) {
        for (const api::Event* event : events)
            take_in(*event, txn);
        txn.put(cursors, name_, {place.offset, incarnation, place.log});
    });
}

// One of them cannot be taken in: it is found, and put aside when it was tried often enough.
Result<void> Consumer::apply_one_by_one(const std::vector<const api::Event*>& events,
                                        const std::string& incarnation, const Place& place) {
    for (const api::Event* event : events) {
        const Place here{event->offset.value(), place.log};
        auto applied = apply({event}, incarnation, here);
        if (!applied && has_thrown(applied.error())) {
            applied = try_again_or_park(*event, applied.error(), [&](store::WriteTxn& txn) {
                txn.put(cursors, name_, {here.offset, incarnation, here.log});
            });
        }
        if (!applied) return applied;
    }
    return apply({}, incarnation, place);
}

// Refuses with what went wrong as long as there are tries left, or no room to put it aside.
Result<void> Consumer::try_again_or_park(const api::Event& event, const Error& failed,
                                         const std::function<void(store::WriteTxn&)>& move_on) {
    const std::uint64_t offset = event.offset.value();
    tries_ = tries_.offset == offset ? Tries{offset, tries_.count + 1} : Tries{offset, 1};
    if (tries_.count < most_tries) return refuse(failed);
    auto put_aside = around_.store.write([&](store::WriteTxn& txn) -> Result<void> {
        if (!has_room_to_park(txn)) return refuse(failed);
        park(txn, name_, event, {.tries = most_tries, .error = failed.message});
        move_on(txn);
        return {};
    });
    if (!put_aside) return put_aside;
    around_.notice(NoticeLevel::warning, "consumer.parked",
                   "event " + std::to_string(offset) + " of " + event.subject.text() +
                       " is put aside: " + failed.message);
    return {};
}

Result<void> Consumer::wait_for_room() const {
    while (!sink_.has_room()) {
        if (worker_.stopping()) return refuse(stopping());
        std::this_thread::sleep_for(look_for_room_every);
    }
    return {};
}

void Consumer::take_in(const api::Event& event, store::WriteTxn& txn) {
    if (is_erased(event)) return;
    if (is_parked(txn, name_, event.subject.text())) return park(txn, name_, event, {});
    sink_.apply(event, txn);
}

// What was put aside and is to be tried again; each subject as far as it goes.
Result<void> Consumer::retry_parked() {
    std::string subject;
    while (!worker_.stopping()) {
        const auto next = next_to_retry(around_.store.read(), name_, subject);
        if (!next) return {};
        const auto applied = around_.store.write([&](store::WriteTxn& txn) {
            sink_.apply(next->event, txn);
            txn.erase(parked, next->id);
        });
        if (applied) continue;
        if (!has_thrown(applied.error())) return refuse(applied.error());
        const auto counted = around_.store.write(
            [&](store::WriteTxn& txn) { count_try(txn, next->id, applied.error().message); });
        if (!counted) return counted;
        subject = std::get<1>(next->id);
    }
    return {};
}

std::vector<const api::Event*> Consumer::events_of_source(const api::EventPage& page) const {
    std::vector<const api::Event*> events;
    for (const api::Event& event : page.items) {
        if (event.source.text() == source_.source) events.push_back(&event);
    }
    return events;
}

Result<void> Consumer::load_snapshot() {
    const auto position = client_->call(api::LocateEvents{}, {.timeout = answer_within});
    if (!position) return refuse(position.error());
    const auto incarnation = load_snapshot_pages();
    if (!incarnation) return refuse(incarnation.error());
    const CursorRow cursor{position->head.value(), *incarnation, text_of(position->log)};
    Sink::Sweep sweep = Sink::Sweep::goes_on;
    while (sweep != Sink::Sweep::done) {
        if (worker_.stopping()) return refuse(stopping());
        const auto swept = around_.store.write([&](store::WriteTxn& txn) {
            const Sink::Sweep is = sink_.sweep(txn);
            // The last that is written: whoever is killed before it loads the snapshot again.
            if (is == Sink::Sweep::done) {
                forget_parked(txn, name_);
                txn.put(cursors, name_, cursor);
            }
            return is;
        });
        if (!swept) return refuse(swept.error());
        sweep = *swept;
    }
    around_.notice(NoticeLevel::info, "consumer.snapshot_loaded", *incarnation);
    return {};
}

// While the source is away nothing is written: the disk has nothing to sync. What it tells is asked
// for after the beginning is written, so that whatever the sink hears of otherwise, and had heard
// of before, the snapshot has too.
Result<void> Consumer::begin_snapshot() {
    const auto is_there = ask_snapshot({});
    if (!is_there) return refuse(is_there.error());
    return around_.store.write([&](store::WriteTxn& txn) { sink_.begin_snapshot(txn); });
}

// The incarnation that all pages were of.
Result<std::string> Consumer::load_snapshot_pages() {
    if (const auto begun = begin_snapshot(); !begun) return refuse(begun.error());
    std::string incarnation;
    std::optional<api::Cursor> after;
    do {
        if (const auto room = wait_for_room(); !room) return refuse(room.error());
        const auto page = ask_snapshot(after);
        if (!page) return refuse(page.error());
        if (!incarnation.empty() && incarnation != page->incarnation.text()) {
            return refuse(ErrorKind::aborted, "", "the source's store changed under its snapshot");
        }
        incarnation = page->incarnation.text();
        const auto applied = around_.store.write([&](store::WriteTxn& txn) {
            for (const api::NewEvent& state : page->items)
                sink_.apply_snapshot(state, txn);
        });
        if (!applied) return refuse(applied.error());
        after = page->next;
    } while (after && !worker_.stopping());
    if (after) return refuse(stopping());
    return incarnation;
}

// The method is the same for all who have snapshots; whom to ask, the call alone cannot know.
Result<api::SnapshotPage> Consumer::ask_snapshot(const std::optional<api::Cursor>& after) {
    rpc::Asked asked =
        rpc::Client::asked_of(api::ReadSnapshot{.after = after}, {.timeout = answer_within});
    asked.daemon = &source_;
    const auto json = client_->ask(std::move(asked));
    if (!json) return refuse(json.error());
    auto page = api::read_json<api::SnapshotPage>(*json, api::Unknown::ignored);
    if (!page) return refuse(rpc::misread(source_, api::ReadSnapshot::method, page.error()));
    return page;
}

// A published message only says that there is something to read.
void Consumer::wait_for_hint() {
    live_->wait(idle);
    live_->pass_over();
}

}  // namespace palette::outbox
