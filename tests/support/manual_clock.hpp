// Time that stands still until the test moves it.
#pragma once

#include "base/clock.hpp"

#include <atomic>
#include <chrono>

namespace palette::test {

// 2026-01-31T09:05:00.000Z
inline constexpr Timestamp begin_of_time{1'769'850'300'000};

// Any thread.
class ManualClock final : public Clock {
  public:
    [[nodiscard]] Timestamp now() const override { return {ms_.load()}; }
    void advance(std::chrono::milliseconds step) { ms_ += step.count(); }

  private:
    std::atomic<std::int64_t> ms_{begin_of_time.ms};
};

}  // namespace palette::test
