// The letters and digits of ASCII, whatever the locale says. Every other byte is none of them and
// is left as it is, so that UTF-8 stays UTF-8.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace palette {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_letter(char c) {
    return is_lower(c) || is_upper(c);
}

[[nodiscard]] constexpr char to_lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr char to_upper(char c) {
    return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

[[nodiscard]] inline std::string to_lower(std::string_view text) {
    std::string lowered(text);
    for (char& c : lowered)
        c = to_lower(c);
    return lowered;
}
[[nodiscard]] inline std::string to_upper(std::string_view text) {
    std::string raised(text);
    for (char& c : raised)
        c = to_upper(c);
    return raised;
}

[[nodiscard]] constexpr bool equals_ignoring_case(char a, char b) {
    return to_lower(a) == to_lower(b);
}
[[nodiscard]] constexpr bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, [](char one, char other) { return equals_ignoring_case(one, other); });
}

}  // namespace palette
