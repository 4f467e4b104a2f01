// A thing told in lines: what is said, and what of.
#pragma once

#include "term/paint.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace palette::term {

// A line of the label, padded to so many columns, and the value, which is made safe. In plain words
// "label: value".
[[nodiscard]] std::string labeled(std::string_view label, std::string_view value,
                                  std::size_t columns, const Painter& painter);

}  // namespace palette::term
