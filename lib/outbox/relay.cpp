#include "outbox/relay.hpp"

#include "api/writer.hpp"

#include <string>

namespace palette::outbox {

namespace {

// After so long without a commit there is a round all the same, and after so long the broker is
// asked anew where it stands.
constexpr std::chrono::milliseconds idle{1'000};

// After so many a round ends, however much there is: what goes in is trimmed at the same pace.
constexpr std::size_t most_batches_a_round = most_trimmed_at_once / api::most_events_a_page;
static_assert(most_batches_a_round > 0);

using Append = api::AppendEventsOf<api::Encoded<api::NewEvent>>;

rpc::Asked asked_of(const Append& append) {
    return {.daemon = &api::broker_daemon,
            .method = &api::row_of<api::AppendEvents>,
            .params = api::to_json(append),
            .options = {.timeout = answer_within},
            .socket = api::Socket::sibling};
}

api::Incarnation incarnation_of(const store::Store& store) {
    return *api::Incarnation::from(store.incarnation());
}

}  // namespace

Relay::Relay(Surroundings around, api::Source source, const EventRows& events)
    : around_(std::move(around)),
      source_(std::move(source)),
      events_(events),
      outage_(around_.notice, "relay"),
      worker_([this] { return round(); }, [this](std::string_view why) { start_over(why); }),
      wake_on_commit_(around_.store.after_commit([this] { woken(); })) {}

std::chrono::milliseconds Relay::round() {
    is_idle_ = false;
    if (!client_) client_.emplace(around_.context, around_.sockets, around_.random);
    const auto relayed = relay_all();
    if (!relayed) {
        outage_.begins(relayed.error().message);
        held_.reset();
        return Worker::retry_after;
    }
    outage_.ends();
    trim();
    if (*relayed == Relayed::some) return std::chrono::milliseconds(0);
    if (*relayed == Relayed::all) return pause;
    is_idle_ = true;
    // Who committed before that line did not wake anybody.
    const bool all = events_.kept(around_.store.read()).newest <= held_->sequence;
    return all ? idle : std::chrono::milliseconds(0);
}

// Only the first commit after a rest wakes; the others are handed over together.
void Relay::woken() {
    if (is_idle_.exchange(false)) worker_.wake();
}

// A client that threw in the middle of a call is of no more use.
void Relay::start_over(std::string_view why) {
    client_.reset();
    held_.reset();
    outage_.begins(why);
}

Result<Relay::Relayed> Relay::relay_all() {
    const Moment now = Moment::clock::now();
    if (!held_ || now >= ask_again_) {
        const auto held = locate();
        if (!held) return refuse(held.error());
        held_ = *held;
        ask_again_ = now + idle;
    }
    Relayed relayed = Relayed::nothing;
    for (std::size_t i = 0; i < most_batches_a_round && !worker_.stopping(); ++i) {
        const auto batch = relay_batch();
        if (!batch) return refuse(batch.error());
        if (*batch == Relayed::nothing) return relayed;
        if (*batch == Relayed::all) return Relayed::all;
        relayed = Relayed::some;
    }
    return relayed;
}

Result<Relay::Held> Relay::locate() {
    const auto position = client_->call(
        api::LocateSource{
            .source = source_,
            .incarnation = incarnation_of(around_.store),
            .newest = api::Sequence::clamped(events_.kept(around_.store.read()).newest)},
        {.timeout = answer_within});
    if (!position) return refuse(position.error());
    if (position->incarnation) {
        if (is_ours(around_.store.read(), *position)) return Held{position->sequence.value()};
        if (const auto begun = begin_incarnation(*position); !begun) return refuse(begun.error());
    }
    // A broker that has nothing of this incarnation gets all that is kept.
    return Held{.sequence = events_.kept(around_.store.read()).first - 1, .begins = true};
}

// Whether what the broker holds last is an event of this store. The one before the first that is
// kept cannot be compared anymore.
bool Relay::is_ours(const store::ReadTxn& txn, const api::SourcePosition& held) const {
    const std::uint64_t sequence = held.sequence.value();
    if (sequence + 1 == events_.kept(txn).first) return true;
    const auto written_at = events_.written_at(txn, sequence);
    return written_at && held.time == *written_at;
}

Result<void> Relay::begin_incarnation(const api::SourcePosition& held) {
    const Kept here = events_.kept(around_.store.read());
    auto begun = around_.store.begin_incarnation(around_.random);
    if (!begun) return begun;
    around_.notice(NoticeLevel::warning, "outbox.new_incarnation",
                   "the last event that the broker holds, number " +
                       std::to_string(held.sequence.number()) + ", is none of this store's " +
                       std::to_string(here.first) + " to " + std::to_string(here.newest) +
                       ": one of the two is a copy that was put back; consumers load a snapshot");
    return {};
}

// `some`: the batch was full, there may be more.
Result<Relay::Relayed> Relay::relay_batch() {
    std::optional<rpc::Asked> asked;
    bool is_full = false;
    {
        const store::ReadTxn txn = around_.store.read();
        Batch batch = events_.read_batch(txn, held_->sequence + 1);
        // With nothing to tell, that the store is another one is told all the same.
        if (batch.events.empty() && !held_->begins) return Relayed::nothing;
        if (batch.events.empty()) batch.first = held_->sequence + 1;
        is_full = batch.is_full;
        // What the broker lacks and is no longer kept leaves a hole, which it refuses: so events
        // keep their own numbers.
        const Append append{.source = source_,
                            .incarnation = incarnation_of(around_.store),
                            .first = api::Sequence::clamped(batch.first),
                            .items = decltype(Append::items)(std::move(batch.events)),
                            .begins = held_->begins};
        asked = asked_of(append);
    }
    const auto reply = client_->ask(std::move(*asked));
    if (!reply) return refuse(reply.error());
    const auto position = api::read_json<api::SourcePosition>(*reply);
    if (!position) return refuse(position.error());
    held_ = Held{position->sequence.value()};
    return is_full ? Relayed::some : Relayed::all;
}

void Relay::trim() {
    const Timestamp now = around_.clock.now();
    if (!events_.wants_trimming(around_.store.read(), held_->sequence, now)) return;
    const auto trimmed =
        around_.store.write([&](store::WriteTxn& txn) { events_.trim(txn, held_->sequence, now); });
    if (!trimmed) {
        around_.notice(NoticeLevel::warning, "outbox.not_trimmed", trimmed.error().message);
    }
}

}  // namespace palette::outbox
