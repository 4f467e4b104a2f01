// What the supervisor is told on its command line.
#pragma once

#include "base/result.hpp"
#include "base/supervisor.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>

namespace palette::supervisor {

struct Options {
    std::string print{};             // this, and do nothing else; empty: supervise
    std::optional<int> report_fd{};  // takes the news of base/family_news.hpp
    std::chrono::milliseconds drain = default_drain;
};

[[nodiscard]] std::string usage();
[[nodiscard]] std::string version();

// The arguments without the program's name.
[[nodiscard]] Result<Options> read_options(std::span<const char* const> arguments);

}  // namespace palette::supervisor
