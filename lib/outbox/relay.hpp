// The relay: hands the outbox of one store to the broker, in order, each event once.
//
// It asks the broker for the last sequence that it holds of this store's incarnation and goes on
// from there; the broker takes exactly the next one. So whichever of the two is killed at whatever
// instant, nothing is lost or doubled. It asks again every second, also when there is nothing to
// tell: the broker may be another by then, or an older copy of itself. While the broker is away the
// outbox grows.
//
// When what the broker holds last is no event of this store, one of the two is a copy that was put
// back: the broker has seen events that this store knows nothing of, or lacks some that it no
// longer keeps. Then the store begins a new incarnation, all that is kept is handed over under it,
// and consumers, who see that it is another, load a snapshot.
#pragma once

#include "api/source.hpp"
#include "outbox/outage.hpp"
#include "outbox/outbox.hpp"
#include "outbox/surroundings.hpp"
#include "outbox/worker.hpp"
#include "rpc/client.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palette::outbox {

class Relay {
  public:
    // The first event after a rest is handed over at once; under load a round begins so long after
    // the one before, because each costs the broker a sync however few events it brings.
    static constexpr std::chrono::milliseconds pause{20};

    // Starts its thread. `source` is the outbox's name in events; `events`, which outlives the
    // relay, says what there is to hand over.
    Relay(Surroundings around, api::Source source, const EventRows& events = outbox_rows);

  private:
    using Moment = std::chrono::steady_clock::time_point;

    // How far the broker has come with this store.
    struct Held {
        std::uint64_t sequence = 0;
        bool begins = false;  // it has nothing of this incarnation
    };

    // What there was to hand over; some of it: there may be more.
    enum class Relayed : std::uint8_t { nothing, some, all };

    std::chrono::milliseconds round();
    void start_over(std::string_view why);
    void woken();
    [[nodiscard]] Result<Relayed> relay_all();
    [[nodiscard]] Result<Held> locate();
    [[nodiscard]] bool is_ours(const store::ReadTxn& txn, const api::SourcePosition& held) const;
    [[nodiscard]] Result<void> begin_incarnation(const api::SourcePosition& held);
    [[nodiscard]] Result<Relayed> relay_batch();
    void trim();

    Surroundings around_;
    api::Source source_;
    const EventRows& events_;
    Outage outage_;
    std::optional<rpc::Client> client_;  // of the worker's thread
    std::optional<Held> held_{};         // none: ask
    Moment ask_again_{};
    std::atomic<bool> is_idle_ = false;
    Worker worker_;
    store::Hook wake_on_commit_;
};

}  // namespace palette::outbox
