// Likes without a pause for a minute: what is folded, relayed and logged meanwhile is part of it.
#pragma once

#include "pipeline.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace palette::bench {

inline constexpr std::chrono::seconds sustained_for{60};

// Runs `some(requests)` again and again until the time is over, and prints what was done in each
// sixth of it. Requests a second, over all of it.
double sustain(const std::string& name, const std::function<Run(std::size_t requests)>& some);

}  // namespace palette::bench
