// The file that a process of the family logs to through its stderr.
#pragma once

#include "base/fd.hpp"

#include <cstdint>
#include <filesystem>

namespace palette {

// A log longer than this makes room when its process starts. Between two starts it may grow past
// it; SIGHUP to the supervisor starts every daemon anew.
inline constexpr std::uintmax_t longest_log_bytes = 16 * 1024 * 1024;

// Opens the log for appending, created with mode 0600; one that is longer than longest_log_bytes
// becomes <path>.1 first, in the place of the one before. Throws std::system_error.
[[nodiscard]] Fd open_log_file(const std::filesystem::path& path);

}  // namespace palette
