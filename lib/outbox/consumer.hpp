// A consumer: applies one source's events from the broker's log to a store, each once, in order.
//
// It asks the broker for the topics that it needs: of a flood in another one it sees nothing but
// how far the log was looked at. The cursor lies in the same store and moves in the same
// transaction as the effect; over what is not for it, it moves in memory alone, and may have to
// pass that again. A consumer that is new, fell behind the log's start, or meets another log or a
// source with another incarnation notes the log's head, loads the source's snapshot
// (snapshot_loader.hpp), and applies the log from that head (intake.hpp).
#pragma once

#include "api/log.hpp"
#include "events/live_hints.hpp"
#include "outbox/cursor_table.hpp"
#include "outbox/intake.hpp"
#include "outbox/outage.hpp"
#include "outbox/sink.hpp"
#include "outbox/surroundings.hpp"
#include "outbox/worker.hpp"
#include "rpc/client.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palette::outbox {

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

    std::chrono::milliseconds round();
    void connect();
    void start_over(std::string_view why);
    [[nodiscard]] Result<void> catch_up();
    [[nodiscard]] Result<void> load_snapshot();
    [[nodiscard]] Result<void> forget_cursor(const Error& why);
    // False when the log has nothing more. out_of_range when the log cannot be gone on with.
    [[nodiscard]] Result<bool> apply_page();
    [[nodiscard]] Result<api::EventPage> read_page(const CursorRow& cursor);
    [[nodiscard]] Result<void> check_incarnation(const api::EventPage& page,
                                                 const std::string& known) const;
    // Views into the page.
    [[nodiscard]] std::vector<const api::Event*> events_of_source(const api::EventPage& page) const;
    void wait_for_hint();

    Surroundings around_;
    std::string name_;
    const api::Daemon& source_;
    api::Topics topics_;
    Sink& sink_;
    Intake intake_;
    Outage outage_;
    std::optional<rpc::Client> client_;  // of the worker's thread, as live_ is
    std::optional<events::LiveHints> live_;
    Place passed_{};  // looked at up to here, if the cursor is not beyond
    Worker worker_;
};

}  // namespace palette::outbox
