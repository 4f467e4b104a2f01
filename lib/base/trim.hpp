// Text without the white space around it. Views of what was given.
#pragma once

#include <string_view>

namespace palette {

inline constexpr std::string_view blanks = " \t\r\n";

[[nodiscard]] constexpr std::string_view without_leading_blanks(std::string_view text) {
    const auto begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    return without_leading_blanks(text.substr(0, text.find_last_not_of(blanks) + 1));
}

}  // namespace palette
