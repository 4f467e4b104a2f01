// Reads the tokens of type color of a file of dtcg.cpp, in their order.
#pragma once

#include "formats/format.hpp"

#include <string_view>

namespace palette::formats {

[[nodiscard]] FileRead read_design_tokens(std::string_view json);

}  // namespace palette::formats
