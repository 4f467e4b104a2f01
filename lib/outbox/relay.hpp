// The relay: hands the outbox of one store to the broker, in order, each event once.
//
// On each connect it asks the broker for the last (incarnation, sequence) it holds of this source
// and goes on from there; the broker takes exactly the next one. So whichever of the two is killed
// at whatever instant, nothing is lost or doubled. While the broker is away the outbox grows.
#pragma once

#include "api/event.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "outbox/worker.hpp"
#include "rpc/client.hpp"
#include "store/store.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace palette::outbox {

// How long a worker waits for a sibling's answer: stopping may have to wait as long, and what is
// asked may be asked again.
inline constexpr std::chrono::milliseconds answer_within{1'000};

// What an operator may want to know: an event's name and a detail. Called on the worker's thread.
using Notice = std::function<void(std::string_view event, std::string_view detail)>;

// Where a worker finds the rest of the family. All of it outlives the worker.
struct Surroundings {
    store::Store& store;
    rpc::Context& context;
    const rpc::SocketFolder& sockets;
    const Clock& clock;
    Random& random;
    Notice notice;
};

class Relay {
  public:
    // Starts its thread. `source` is the outbox's name in events.
    Relay(Surroundings around, api::Source source);

  private:
    // How far the broker has come with this store.
    struct Held {
        std::uint64_t sequence = 0;
        bool nothing = false;  // not an event of it
    };

    std::chrono::milliseconds round();
    void start_over(std::string_view why);
    [[nodiscard]] Result<void> relay_all();
    [[nodiscard]] Result<Held> locate();
    [[nodiscard]] Result<bool> relay_batch();
    void note(const Error* failure);
    void trim();

    Surroundings around_;
    api::Source source_;
    std::optional<rpc::Client> client_;  // of the worker's thread
    std::optional<Held> held_{};         // none: ask
    bool failing_ = false;
    Worker worker_;
    store::Hook wake_on_commit_;
};

}  // namespace palette::outbox
