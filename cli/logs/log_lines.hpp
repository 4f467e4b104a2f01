// The logs of the family, read back: lines of base/log_line.hpp, and whatever else a process wrote
// to its stderr.
#pragma once

#include "api/settings.hpp"
#include "base/clock.hpp"
#include "base/fd.hpp"
#include "base/line_buffer.hpp"

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palette::cli {

struct LogLine {
    std::string daemon;  // whose file it is in
    std::string text;    // as it was written: not safe for a terminal
    std::optional<Timestamp> time{};
    std::optional<api::LogLevel> level{};
    Timestamp sort_time{};  // its own, or that of the line before it
};

[[nodiscard]] LogLine read_log_line(std::string_view daemon, std::string text);

// One log file, read from near its end on. A file that is replaced by a new one of the same name,
// as when its daemon starts, is followed there. Failures of the file system are exceptions; a file
// that is not there is empty.
class LogTail {
  public:
    // As much of what is there is read at most.
    static constexpr off_t most_tail_bytes = 4 * 1024 * 1024;

    LogTail(std::string daemon, std::filesystem::path path);

    // The lines since the last call.
    [[nodiscard]] std::vector<LogLine> read();
    // Whether there has been any.
    [[nodiscard]] bool has_read() const { return has_read_; }

  private:
    void open_anew();
    [[nodiscard]] bool was_replaced() const;
    void read_rest(std::vector<LogLine>& lines);

    std::string daemon_;
    std::filesystem::path path_;
    Fd fd_;
    ino_t inode_ = 0;
    LineBuffer buffer_;
    bool skips_partial_line_ = false;
    bool has_read_ = false;
};

}  // namespace palette::cli
