// What the broker does beside requests: trims the log, blanks what was deleted, and notes how far
// its consumers have come. In small steps, so that no write waits long for one. A thread of its
// own.
#pragma once

#include "broker/core/peers.hpp"
#include "broker/core/retention.hpp"
#include "outbox/outage.hpp"
#include "outbox/surroundings.hpp"
#include "outbox/worker.hpp"

#include <chrono>

namespace palette::broker {

class Upkeep {
  public:
    // `peers` outlives it.
    Upkeep(outbox::Surroundings around, const Retention& retention, Peers& peers);

  private:
    std::chrono::milliseconds round();
    [[nodiscard]] Result<Sweep> step();
    [[nodiscard]] bool is_needed(Timestamp now) const;
    [[nodiscard]] Result<void> save_peers();

    outbox::Surroundings around_;
    Retention retention_;
    Peers& peers_;
    outbox::Outage outage_;
    std::chrono::steady_clock::time_point save_again_{};
    outbox::Worker worker_;
};

}  // namespace palette::broker
