// Waiting for what other threads and processes do.
#pragma once

#include <poll.h>

#include <chrono>
#include <functional>

namespace palette::test {

// Whether it holds, now or within the time; asked again and again.
[[nodiscard]] inline bool eventually(const std::function<bool()>& holds,
                                     std::chrono::milliseconds within = std::chrono::seconds(20)) {
    constexpr int step_ms = 5;
    const auto until = std::chrono::steady_clock::now() + within;
    while (!holds()) {
        if (std::chrono::steady_clock::now() >= until) return false;
        ::poll(nullptr, 0, step_ms);
    }
    return true;
}

}  // namespace palette::test
