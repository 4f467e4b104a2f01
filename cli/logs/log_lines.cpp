#include "cli/logs/log_lines.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace palette::cli {

namespace {

std::string_view take_word(std::string_view& text) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    return word;
}

std::optional<api::LogLevel> level_named(std::string_view word) {
    for (std::size_t i = 0; i < api::log_level_words.size(); ++i) {
        if (api::log_level_words[i] == word) return static_cast<api::LogLevel>(i);
    }
    return std::nullopt;
}

[[noreturn]] void fail(const std::filesystem::path& path) {
    throw std::system_error(errno, std::generic_category(), "read " + path.string());
}

}  // namespace

LogLine read_log_line(std::string_view daemon, std::string text) {
    std::string_view rest = text;
    const auto time = parse_rfc3339(take_word(rest));
    const auto level = level_named(take_word(rest));
    return {std::string(daemon), std::move(text), time, level, time.value_or(Timestamp{})};
}

LogTail::LogTail(std::string daemon, std::filesystem::path path)
    : daemon_(std::move(daemon)), path_(std::move(path)) {
    open_anew();
    const off_t end = fd_ ? ::lseek(fd_.get(), 0, SEEK_END) : 0;
    if (!fd_) return;
    const off_t begin = end > most_tail_bytes ? end - most_tail_bytes : 0;
    if (::lseek(fd_.get(), begin, SEEK_SET) < 0) fail(path_);
    skips_partial_line_ = begin > 0;
}

std::vector<LogLine> LogTail::read() {
    std::vector<LogLine> lines;
    if (fd_) read_rest(lines);
    if (was_replaced()) {
        open_anew();
        if (fd_) read_rest(lines);
    }
    has_read_ = has_read_ || !lines.empty();
    return lines;
}

void LogTail::open_anew() {
    fd_.reset(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd_ && errno != ENOENT) fail(path_);
    struct stat facts {};
    inode_ = fd_ && ::fstat(fd_.get(), &facts) == 0 ? facts.st_ino : 0;
}

bool LogTail::was_replaced() const {
    struct stat facts {};
    return ::stat(path_.c_str(), &facts) == 0 && facts.st_ino != inode_;
}

void LogTail::read_rest(std::vector<LogLine>& lines) {
    std::array<char, 64 * 1024> bytes{};
    while (true) {
        const ssize_t got = ::read(fd_.get(), bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(path_);
        if (got == 0) return;
        buffer_.add({bytes.data(), static_cast<std::size_t>(got)});
        while (auto line = buffer_.take()) {
            if (!skips_partial_line_) lines.push_back(read_log_line(daemon_, *std::move(line)));
            skips_partial_line_ = false;
        }
    }
}

}  // namespace palette::cli
