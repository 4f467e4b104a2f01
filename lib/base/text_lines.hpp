// The lines of a text that is there as a whole.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace palette {

// A line without its end, be that LF or CRLF.
class TextLines {
  public:
    explicit TextLines(std::string_view text) : rest_(text) {}

    // False at the end.
    [[nodiscard]] bool next() {
        if (rest_.empty()) return false;
        ++number_;
        line_ = rest_.substr(0, rest_.find('\n'));
        rest_.remove_prefix(std::min(rest_.size(), line_.size() + 1));
        if (line_.ends_with('\r')) line_.remove_suffix(1);
        return true;
    }
    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] std::size_t number() const { return number_; }

  private:
    std::string_view rest_;
    std::string_view line_;
    std::size_t number_ = 0;
};

// Text that is written on a line of its own: ends of lines in it become blanks.
[[nodiscard]] inline std::string on_one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line;
}

}  // namespace palette
