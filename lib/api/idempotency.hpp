// How long an idempotency key means the same request: a promise of every daemon to every caller.
#pragma once

#include "base/clock.hpp"
#include "base/uuid.hpp"

#include <chrono>

namespace palette::api {

inline constexpr std::chrono::hours keys_are_kept{24};

// A UUID of version 7, made less than keys_are_kept ago; or ahead, by a clock that differs.
[[nodiscard]] inline bool key_holds_at(const Uuid& key, Timestamp now) {
    const auto made = made_at(key);
    return made && *made + keys_are_kept > now && now + keys_are_kept > *made;
}

}  // namespace palette::api
