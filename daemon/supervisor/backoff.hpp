// How long a daemon that died waits before it is started again.
#pragma once

#include <algorithm>
#include <chrono>

namespace palette::supervisor {

class Backoff {
  public:
    using Ms = std::chrono::milliseconds;
    static constexpr Ms shortest{100};
    static constexpr Ms longest{10'000};
    // Who lived this long was well: its death is not a repetition of the last one.
    static constexpr Ms well_after{30'000};

    // The wait after a life of `lived`: the shortest at first, then twice the one before.
    [[nodiscard]] Ms after(Ms lived) {
        if (lived >= well_after) next_ = shortest;
        const Ms wait = next_;
        next_ = std::min(2 * next_, longest);
        return wait;
    }

    void reset() { next_ = shortest; }

  private:
    Ms next_ = shortest;
};

}  // namespace palette::supervisor
