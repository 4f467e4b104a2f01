// The list of names (data/README.md): lines of six hex digits, a blank, and the name. For
// naming.hpp.
#pragma once

#include <string_view>

namespace palette::color {

extern const std::string_view color_names;

}  // namespace palette::color
