// Lines of tab-separated text, made safe for terminals: tabs and line ends inside a value become
// visible escapes, so that a line is a line and a value is a value.
#pragma once

#include "cli/render/printed.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace palette::cli {

class Tsv {
  public:
    // A value for each column.
    template <std::size_t Columns, class... Values>
    void line(const std::array<Column, Columns>&, const Values&... values) {
        static_assert(Columns > 0 && sizeof...(Values) == Columns);
        append({std::string_view(values)...});
    }

    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    void append(std::initializer_list<std::string_view> values);

    std::string text_;
};

}  // namespace palette::cli
