#include "outbox/relay.hpp"

#include "api/directory.hpp"
#include "api/writer.hpp"
#include "outbox/outbox.hpp"

namespace palette::outbox {

namespace {

constexpr std::chrono::milliseconds idle{1'000};

using Append = api::AppendEventsOf<api::Encoded<api::NewEvent>>;

rpc::Asked asked_of(const Append& append) {
    return {.daemon = &api::broker_daemon,
            .method = &api::row_of<api::AppendEvents>,
            .params = api::to_json(append),
            .options = {.timeout = answer_within},
            .socket = api::Socket::sibling};
}

}  // namespace

Relay::Relay(Surroundings around, api::Source source)
    : around_(std::move(around)),
      source_(std::move(source)),
      worker_([this] { return round(); }, [this](std::string_view why) { start_over(why); }),
      wake_on_commit_(around_.store.after_commit([this] { worker_.wake(); })) {}

std::chrono::milliseconds Relay::round() {
    if (!client_) client_.emplace(around_.context, around_.sockets, around_.random);
    const auto relayed = relay_all();
    note(relayed ? nullptr : &relayed.error());
    if (!relayed) {
        held_.reset();
        return Worker::retry_after;
    }
    trim();
    return idle;
}

// A client that threw in the middle of a call is of no more use.
void Relay::start_over(std::string_view why) {
    client_.reset();
    held_.reset();
    const Error failure{ErrorKind::unavailable, std::string(why)};
    note(&failure);
}

Result<void> Relay::relay_all() {
    if (!held_) {
        const auto held = locate();
        if (!held) return refuse(held.error());
        held_ = *held;
    }
    while (!worker_.stopping()) {
        const auto more = relay_batch();
        if (!more) return refuse(more.error());
        if (!*more) return {};
    }
    return {};
}

Result<Relay::Held> Relay::locate() {
    const auto position =
        client_->call(api::LocateSource{.source = source_}, {.timeout = answer_within});
    if (!position) return refuse(position.error());
    const bool ours =
        position->incarnation && position->incarnation->text() == around_.store.incarnation();
    if (ours) return Held{position->sequence.value()};
    // A broker that has nothing of this store gets all that is kept.
    return Held{first_kept(around_.store.read()) - 1, true};
}

// False when there was nothing to hand over.
Result<bool> Relay::relay_batch() {
    std::optional<rpc::Asked> asked;
    {
        const store::ReadTxn txn = around_.store.read();
        Batch batch = read_batch(txn, held_->sequence + 1);
        if (batch.events.empty()) return false;
        // What the broker lacks and is no longer kept leaves a hole, which it refuses: so events
        // keep their own numbers.
        const Append append{.source = source_,
                            .incarnation = *api::Incarnation::from(around_.store.incarnation()),
                            .first = api::Sequence::clamped(batch.first),
                            .items = decltype(Append::items)(std::move(batch.events)),
                            .begins = held_->nothing};
        asked = asked_of(append);
    }
    const auto reply = client_->ask(std::move(*asked));
    if (!reply) return refuse(reply.error());
    const auto position = api::read_json<api::SourcePosition>(*reply);
    if (!position) return refuse(position.error());
    held_ = Held{position->sequence.value()};
    return true;
}

// Says once that the broker is away, and once that it is back.
void Relay::note(const Error* failure) {
    const bool fails = failure != nullptr;
    if (fails && !failing_) around_.notice("relay.waits", failure->message);
    if (!fails && failing_) around_.notice("relay.resumed", "");
    failing_ = fails;
}

void Relay::trim() {
    const Timestamp now = around_.clock.now();
    if (!wants_trimming(around_.store.read(), held_->sequence, now)) return;
    const auto trimmed =
        around_.store.write([&](store::WriteTxn& txn) { outbox::trim(txn, held_->sequence, now); });
    if (!trimmed) around_.notice("outbox.not_trimmed", trimmed.error().message);
}

}  // namespace palette::outbox
