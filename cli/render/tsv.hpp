// Lines of tab-separated text, made safe for terminals: tabs and line ends inside a value become
// visible escapes, so that a line is a line and a value is a value.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace palette::cli {

class Tsv {
  public:
    // One value at least.
    void line(std::initializer_list<std::string_view> values);

    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_;
};

}  // namespace palette::cli
