// Lines of a stream, as its bytes come in pieces.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace palette::formats {

// A longer line is given up, and the one after it is read again.
inline constexpr std::size_t longest_line_bytes = 1024 * 1024;

// A line without its end and its number, from 1. One that was too long has no text and says so.
struct Line {
    std::size_t number = 0;
    std::string_view text{};  // until the next call
    bool too_long = false;
};

class LineCutter {
  public:
    using Take = std::function<void(const Line& line)>;

    void add(std::string_view bytes, const Take& take);
    // The last line may have no end.
    void finish(const Take& take);

  private:
    void keep(std::string_view part);
    void hand_over(const Take& take);

    std::string pending_;  // at most longest_line_bytes
    bool too_long_ = false;
    std::size_t number_ = 1;
};

}  // namespace palette::formats
