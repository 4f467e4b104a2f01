// Exit codes: what a script may rely on. One table gives them their meaning and says which refusals
// end with which; `palettectl help exit-codes` prints it.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace palette::cli {

enum class Exit : std::uint8_t {
    done = 0,
    no = 1,
    usage = 2,
    not_found = 3,
    not_allowed = 4,
    conflict = 5,
    unavailable = 6,
    exhausted = 7,
    late = 8,
    unknown = 9,
    internal = 70,
    interrupted = 130,
};

struct ExitRow {
    Exit code;
    std::string_view meaning;
    std::span<const ErrorKind> kinds;  // the refusals that end so
};

// In the order of their numbers.
[[nodiscard]] std::span<const ExitRow> exit_rows();

[[nodiscard]] Exit exit_of(ErrorKind kind);

}  // namespace palette::cli
