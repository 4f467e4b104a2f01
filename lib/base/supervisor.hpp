// What palettectl and the supervisor that it starts agree on, beside the news (family_news.hpp).
#pragma once

#include <chrono>
#include <string_view>

namespace palette {

// Of its program, and of its log.
inline constexpr std::string_view supervisor_name = "palette-supervisor";

// Its options: takes the news; how long a daemon may take to stop before it is killed.
inline constexpr std::string_view report_fd_option = "--report-fd";
inline constexpr std::string_view drain_option = "--drain-ms";

// Twice the time in which a daemon under load is to stop.
inline constexpr std::chrono::milliseconds default_drain{10'000};
inline constexpr std::chrono::milliseconds longest_drain{600'000};

}  // namespace palette
