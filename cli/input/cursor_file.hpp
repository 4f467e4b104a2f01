// Where `watch` has come to, kept in a file between its runs: an offset, and the incarnation of the
// log that wrote it, so that the next run can tell that it is another log by now.
#pragma once

#include "api/event.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <optional>

namespace palette::cli {

struct WatchedPlace {
    api::Offset after;
    std::optional<api::Incarnation> log{};
};

// None when there is no such file. Refuses (invalid_argument) what `watch` has not written. Throws
// std::system_error when it cannot be read.
[[nodiscard]] Result<std::optional<WatchedPlace>> read_cursor_file(
    const std::filesystem::path& path);
// Replaces it whole, or not at all. Throws std::system_error.
void write_cursor_file(const std::filesystem::path& path, const WatchedPlace& place);

}  // namespace palette::cli
