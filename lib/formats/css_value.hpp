// Colors as the values of files have them: in the notations of CSS, and outside sRGB at times.
#pragma once

#include "color/css_notation.hpp"
#include "formats/record.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace palette::formats {

// The color that the whole value is. A # comes before hex: 100 is a number, and no short form of
// #110000.
[[nodiscard]] std::optional<color::Notation> css_value(std::string_view value);

// The same without names of colors, for files in which words are words.
[[nodiscard]] std::optional<color::Notation> css_value_without_names(std::string_view value);

// Maps colors into sRGB, and counts those that are outside.
class ScreenColors {
  public:
    [[nodiscard]] color::Color of(const color::Notation& notation);
    void remark(Record& record) const;

  private:
    std::size_t mapped_ = 0;
};

}  // namespace palette::formats
