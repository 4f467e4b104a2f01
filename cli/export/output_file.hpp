// A file that somebody has a command write.
#pragma once

#include "base/result.hpp"
#include "cli/command_line/values.hpp"

#include <string_view>

namespace palette::cli {

// All of it, on the disk, or what was there before: written aside, synced and renamed, with what
// the umask leaves of 0666 or the mode that the file had. A link stays one. Written as it is: a
// device, a pipe, a file of several names or of somebody else, one in a folder where nothing may be
// created. Refuses (invalid_argument) what cannot be written, a file that is protected from writing
// among it.
[[nodiscard]] Result<void> write_output(const Path& path, std::string_view bytes);

}  // namespace palette::cli
