// A consumer: applies one source's events from the broker's log to a store, each once, in order.
//
// The cursor lies in the same store and moves in the same transaction as the effect; over events of
// other sources it moves in memory alone, and may have to pass them again. A consumer that is new,
// fell behind the log's start, or meets another log or a source with another incarnation notes the
// log's head, loads the source's snapshot, and applies the log from that head.
#pragma once

#include "api/event.hpp"
#include "outbox/relay.hpp"
#include "outbox/worker.hpp"
#include "rpc/socket.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palette::outbox {

// The table of its cursor, for the list of the store's tables.
inline constexpr std::string_view consumer_table = "consumer";

// What becomes of the events. Called on the store's writer thread, inside a transaction that may be
// rolled back and run again.
class Sink {
  public:
    virtual ~Sink() = default;
    // Passes over types it does not know. An event whose revision is older than what is held must
    // change nothing: snapshots and the log overlap.
    virtual void apply(const api::Event& event, store::WriteTxn& txn) = 0;
    // A snapshot begins, brings the state of each subject as an event, and ends: what was held and
    // was not in it is gone at the source.
    virtual void begin_snapshot(store::WriteTxn& txn) = 0;
    virtual void apply_snapshot(const api::NewEvent& state, store::WriteTxn& txn) = 0;
    virtual void end_snapshot(store::WriteTxn& txn) = 0;
};

class Consumer {
  public:
    // Starts its thread. `name` is the consumer's own; `source` answers source.snapshot. `sink`
    // outlives the consumer.
    Consumer(Surroundings around, std::string name, const api::Daemon& source, Sink& sink);

  private:
    std::chrono::milliseconds round();
    void connect();
    void start_over(std::string_view why);
    [[nodiscard]] Result<void> catch_up();
    [[nodiscard]] Result<bool> apply_page();
    // Views into the page.
    [[nodiscard]] std::vector<const api::Event*> events_of_source(const api::EventPage& page) const;
    [[nodiscard]] Result<void> load_snapshot();
    [[nodiscard]] Result<std::string> load_snapshot_pages();
    void wait_for_hint();
    void note(const Error* failure);

    Surroundings around_;
    std::string name_;
    const api::Daemon& source_;
    Sink& sink_;
    std::optional<rpc::Client> client_;  // of the worker's thread, as live_ is
    std::optional<rpc::Socket> live_;
    std::uint64_t passed_ = 0;  // looked at up to here, if the cursor is not beyond
    bool failing_ = false;
    Worker worker_;
};

}  // namespace palette::outbox
