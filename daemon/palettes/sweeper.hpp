// Takes away, in small steps, what deleted palettes and accounts have left behind. Woken by each
// commit; what is to be swept is in the store, so that a restart goes on with it.
#pragma once

#include "outbox/outage.hpp"
#include "outbox/surroundings.hpp"
#include "outbox/worker.hpp"
#include "store/hooks.hpp"

#include <chrono>

namespace palette::palettes {

class Sweeper {
  public:
    // Starts its thread.
    explicit Sweeper(outbox::Surroundings around);

  private:
    std::chrono::milliseconds round();

    outbox::Surroundings around_;
    outbox::Outage outage_;
    outbox::Worker worker_;
    store::Hook wake_on_commit_;
};

}  // namespace palette::palettes
