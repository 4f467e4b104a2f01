// The list of names (data/README.md): lines of six hex digits, a blank, and the name, in parts that
// end with a line. For naming.hpp.
#pragma once

#include <span>
#include <string_view>

namespace palette::color {

extern const std::span<const std::string_view> color_names;

}  // namespace palette::color
