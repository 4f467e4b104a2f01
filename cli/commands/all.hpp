// The commands there are.
#pragma once

#include "cli/command_line/command.hpp"

#include <span>

namespace palette::cli {

// Sorted by path.
[[nodiscard]] std::span<const CommandRow* const> commands();

}  // namespace palette::cli
