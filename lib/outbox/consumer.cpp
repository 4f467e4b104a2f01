#include "outbox/consumer.hpp"

#include "api/directory.hpp"
#include "base/check.hpp"
#include "outbox/room.hpp"
#include "outbox/snapshot_loader.hpp"

namespace palette::outbox {

namespace {

// How long a round waits for a hint before it looks into the log unasked.
constexpr std::chrono::milliseconds idle{500};
// Events of other sources that the cursor on disk may be behind: read once more after a restart.
constexpr std::uint64_t most_passed_over = 10'000;

// Events are named "<incarnation>-<sequence>".
std::string_view incarnation_of(const api::Event& event) {
    const std::string_view id = event.id.text();
    return id.substr(0, id.find('-'));
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
      intake_(name_, sink, around_.store, around_.notice),
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
        if (const auto room = wait_for_room(sink_, worker_); !room) return room;
        if (const auto retried = intake_.retry_parked(worker_); !retried) return retried;
        const auto more = apply_page();
        if (!more && more.error().kind == ErrorKind::out_of_range) {
            if (const auto forgotten = forget_cursor(more.error()); !forgotten) return forgotten;
            continue;
        }
        if (!more) return refuse(more.error());
        if (!*more) return {};
    }
    return {};
}

Result<void> Consumer::load_snapshot() {
    SnapshotLoader loader({.consumer = name_,
                           .source = source_,
                           .sink = sink_,
                           .store = around_.store,
                           .client = *client_,
                           .worker = worker_});
    const auto incarnation = loader.load();
    if (!incarnation) return refuse(incarnation.error());
    around_.notice(NoticeLevel::info, "consumer.snapshot_loaded", *incarnation);
    return {};
}

// What comes next is the snapshot.
Result<void> Consumer::forget_cursor(const Error& why) {
    around_.notice(NoticeLevel::warning, "consumer.reset", why.message);
    auto forgotten = around_.store.write([&](store::WriteTxn& txn) { txn.erase(cursors, name_); });
    if (forgotten) passed_ = {};
    return forgotten;
}

Result<bool> Consumer::apply_page() {
    const auto cursor = around_.store.read().get(cursors, name_);
    CHECK_INVARIANT(cursor.has_value());
    if (passed_.offset < cursor->offset) passed_ = {cursor->offset, cursor->log};
    const auto page = read_page(*cursor);
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
        const auto taken = intake_.take(ours, {place.offset, cursor->incarnation, place.log});
        if (!taken) return refuse(taken.error());
    }
    passed_ = place;
    return true;
}

Result<api::EventPage> Consumer::read_page(const CursorRow& cursor) {
    return client_->call(api::ReadEvents{.consumer = *api::Word::from(name_),
                                         .after = api::Offset::clamped(passed_.offset),
                                         .topics = topics_,
                                         .log = api::Incarnation::from(passed_.log),
                                         .settled = api::Offset::clamped(cursor.offset)},
                         {.timeout = answer_within});
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

std::vector<const api::Event*> Consumer::events_of_source(const api::EventPage& page) const {
    std::vector<const api::Event*> events;
    for (const api::Event& event : page.items) {
        if (event.source.text() == source_.source) events.push_back(&event);
    }
    return events;
}

// A published message only says that there is something to read.
void Consumer::wait_for_hint() {
    live_->wait(idle);
    live_->pass_over();
}

}  // namespace palette::outbox
