// A consumer: applies one source's events from the broker's log to a store, each once, in order.
//
// It asks the broker for the topics that it needs: of a flood in another one it sees nothing but
// how far the log was looked at. The cursor lies in the same store and moves in the same
// transaction as the effect; over what is not for it, it moves in memory alone, and may have to
// pass that again. A consumer that is new,
// fell behind the log's start, or meets another log or a source with another incarnation notes the
// log's head, loads the source's snapshot, and applies the log from that head.
//
// An event that was erased since is passed over. One whose effect fails again and again is put
// aside, and later ones of its subject behind it (parking.hpp); the rest goes on.
#pragma once

#include "api/log.hpp"
#include "api/source.hpp"
#include "events/live_hints.hpp"
#include "outbox/outage.hpp"
#include "outbox/surroundings.hpp"
#include "outbox/worker.hpp"
#include "rpc/client.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palette::outbox {

// What becomes of the events. Called on the store's writer thread, inside a transaction that may be
// rolled back and run again.
class Sink {
  public:
    virtual ~Sink() = default;
    // Passes over types it does not know. An event whose revision is older than what is held must
    // change nothing: snapshots and the log overlap.
    virtual void apply(const api::Event& event, store::WriteTxn& txn) = 0;
    // A snapshot begins, anew if the one before did not come to its end, and brings the state of
    // each subject as an event.
    virtual void begin_snapshot(store::WriteTxn& txn) = 0;
    virtual void apply_snapshot(const api::NewEvent& state, store::WriteTxn& txn) = 0;
    // What was held and was not in the snapshot is gone at the source: takes some of it away, in a
    // step that keeps no other write waiting for long. Called until nothing is left to be done.
    enum class Sweep : std::uint8_t { goes_on, done };
    [[nodiscard]] virtual Sweep sweep(store::WriteTxn& txn) = 0;
    // Asked on the consumer's thread before each page: whether more may come already.
    [[nodiscard]] virtual bool has_room() const { return true; }
};

// What a consumer takes in: the topics that it needs of the events of a daemon, which answers
// source.snapshot.
struct Feed {
    const api::Daemon& source;
    std::vector<std::string_view> topics{};
};

class Consumer {
  public:
    // Starts its thread. `name` is the consumer's own. The feed's daemon and `sink` outlive the
    // consumer.
    Consumer(Surroundings around, std::string name, const Feed& feed, Sink& sink);

  private:
    // In the log: an offset, and the incarnation that wrote it.
    struct Place {
        std::uint64_t offset = 0;
        std::string log{};
    };
    struct Tries {
        std::uint64_t offset = 0;
        std::uint32_t count = 0;
    };

    std::chrono::milliseconds round();
    void connect();
    void start_over(std::string_view why);
    [[nodiscard]] Result<void> catch_up();
    [[nodiscard]] Result<bool> apply_page();
    [[nodiscard]] Result<void> check_incarnation(const api::EventPage& page,
                                                 const std::string& known) const;
    [[nodiscard]] Result<void> apply(const std::vector<const api::Event*>& events,
                                     const std::string& incarnation, const Place& place);
    [[nodiscard]] Result<void> apply_one_by_one(const std::vector<const api::Event*>& events,
                                                const std::string& incarnation, const Place& place);
    [[nodiscard]] Result<void> try_again_or_park(
        const api::Event& event, const Error& failed,
        const std::function<void(store::WriteTxn&)>& move_on);
    [[nodiscard]] Result<void> wait_for_room() const;
    void take_in(const api::Event& event, store::WriteTxn& txn);
    [[nodiscard]] Result<void> retry_parked();
    // Views into the page.
    [[nodiscard]] std::vector<const api::Event*> events_of_source(const api::EventPage& page) const;
    [[nodiscard]] Result<void> load_snapshot();
    [[nodiscard]] Result<void> begin_snapshot();
    [[nodiscard]] Result<std::string> load_snapshot_pages();
    [[nodiscard]] Result<api::SnapshotPage> ask_snapshot(const std::optional<api::Cursor>& after);
    void wait_for_hint();

    Surroundings around_;
    std::string name_;
    const api::Daemon& source_;
    api::Topics topics_;
    Sink& sink_;
    Outage outage_;
    std::optional<rpc::Client> client_;  // of the worker's thread, as live_ is
    std::optional<events::LiveHints> live_;
    Place passed_{};  // looked at up to here, if the cursor is not beyond
    Tries tries_{};   // of the event that cannot be taken in
    Worker worker_;
};

}  // namespace palette::outbox
