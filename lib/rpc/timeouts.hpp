// How long an answer is waited for, for whoever only has to name it.
#pragma once

#include <chrono>

namespace palette::rpc {

inline constexpr std::chrono::milliseconds default_timeout{5'000};

}  // namespace palette::rpc
