// Asking the family how it is.
#pragma once

#include "cli/render/status.hpp"

namespace palette::cli {

class Context;

// What a daemon that is well needs at most to answer.
inline constexpr std::chrono::milliseconds health_timeout{1'000};

// All daemons are asked at once. One that does not answer is `down`, or `silent` when its process
// is there.
[[nodiscard]] FamilyStatus ask_status(Context& context);

[[nodiscard]] bool all_ready(const FamilyStatus& status);
// Ready, or degraded.
[[nodiscard]] bool all_answer(const FamilyStatus& status);
[[nodiscard]] bool all_down(const FamilyStatus& status);

}  // namespace palette::cli
