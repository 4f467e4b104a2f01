// Cuts a stream of bytes, as a pipe delivers it, into lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace palette {

class LineBuffer {
  public:
    // A longer line is cut here and goes on as the next.
    static constexpr std::size_t longest_line = 4'096;

    void add(std::string_view bytes) { pending_ += bytes; }

    // The next whole line without its end; none until more is added.
    [[nodiscard]] std::optional<std::string> take() {
        const std::size_t end = pending_.find('\n');
        if (end == std::string::npos && pending_.size() < longest_line) return std::nullopt;
        const std::size_t length = end < longest_line ? end : longest_line;
        std::string line = pending_.substr(0, length);
        pending_.erase(0, length == end ? length + 1 : length);
        return line;
    }

  private:
    std::string pending_;
};

}  // namespace palette
