// The lines of a text that is there as a whole.
#pragma once

#include <algorithm>
#include <array>
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

// Text that is written on a line of its own: what ends a line becomes a blank, whoever takes it for
// such an end: LF and CR, the vertical tab and form feed, and those of Unicode (U+0085, U+2028,
// U+2029), which JavaScript and YAML know.
[[nodiscard]] inline std::string on_one_line(std::string_view text) {
    constexpr std::array<std::string_view, 7> ends{"\n",       "\r",           "\v",          "\f",
                                                   "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    std::string line;
    line.reserve(text.size());
    while (!text.empty()) {
        const auto end =
            std::ranges::find_if(ends, [&](std::string_view one) { return text.starts_with(one); });
        line += end == ends.end() ? text.front() : ' ';
        text.remove_prefix(end == ends.end() ? 1 : end->size());
    }
    return line;
}

}  // namespace palette
