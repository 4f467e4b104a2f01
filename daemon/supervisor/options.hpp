// What the supervisor is told on its command line.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

namespace palette::supervisor {

// Twice the time in which a daemon under load is to stop.
inline constexpr std::chrono::milliseconds default_drain{10'000};
inline constexpr std::chrono::milliseconds longest_drain{600'000};

struct Options {
    std::string_view print{};        // this, and do nothing else; empty: supervise
    std::optional<int> report_fd{};  // takes the news of base/family_news.hpp
    std::chrono::milliseconds drain = default_drain;
};

inline constexpr std::string_view usage =
    "usage: palette-supervisor [--report-fd N] [--drain-ms N]\n"
    "\n"
    "Keeps the daemons of the family running. `palettectl up` starts it.\n"
    "\n"
    "  --report-fd N   tell this descriptor how each daemon fares, a line each, then close it\n"
    "  --drain-ms N    wait this long for a daemon to stop before it is killed (10000)\n"
    "\n"
    "SIGTERM, SIGINT  drain and stop the family    SIGQUIT  stop it at once\n"
    "SIGHUP           restart the daemons, one after the other\n";

inline constexpr std::string_view version = "palette-supervisor " PALETTE_VERSION "\n";

// The arguments without the program's name.
[[nodiscard]] Result<Options> read_options(std::span<const char* const> arguments);

}  // namespace palette::supervisor
