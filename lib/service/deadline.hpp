// How long the asker of a request waits: what is later is not begun.
#pragma once

#include "api/envelope.hpp"
#include "base/result.hpp"

#include <chrono>

namespace palette::service {

// Of a request that does not say how long its caller waits.
inline constexpr api::Deadline usual_deadline(5'000);

class Deadline {
  public:
    explicit Deadline(const api::Request& request)
        : at_(Clock::now() +
              std::chrono::milliseconds(request.deadline_ms.value_or(usual_deadline).number())) {}

    // deadline_exceeded once it is past.
    [[nodiscard]] Result<void> check() const {
        if (Clock::now() <= at_) return {};
        return refuse(ErrorKind::deadline_exceeded, "", "it waited too long");
    }

  private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point at_;
};

}  // namespace palette::service
