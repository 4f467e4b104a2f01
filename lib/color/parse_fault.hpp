// Where a text stops being a color.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace palette::color {

struct ParseFault {
    // The byte of the text at which it stops being a color; the text's size when it ends too soon.
    std::size_t offset = 0;
    std::string expected;  // at the offset, such as "a hex digit"
    // The CSS name that was probably meant; lives as long as the program.
    std::optional<std::string_view> nearest;
};

}  // namespace palette::color
