// A file that somebody has a command write.
#pragma once

#include "base/result.hpp"
#include "cli/command_line/values.hpp"

#include <string_view>

namespace palette::cli {

// All of it, or what was there before: written aside and renamed, with what the umask leaves of
// 0666 or the mode that it had. A device or a pipe is written as it is, and so is a file in a
// folder where nothing may be created. Refuses (invalid_argument) what cannot be written.
[[nodiscard]] Result<void> write_output(const Path& path, std::string_view bytes);

}  // namespace palette::cli
