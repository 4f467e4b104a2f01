// Numbers of people and of the wire, read from a text that has nothing else in it.
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string_view>
#include <system_error>

namespace palette {

// The number that the whole text is: decimal digits, after a `-` where Number is signed. None for
// anything else, blanks and `+` included, and for a number that Number cannot hold.
template <std::integral Number>
[[nodiscard]] std::optional<Number> whole_number(std::string_view text) {
    Number number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped_at, fault] = std::from_chars(text.data(), end, number);
    if (fault != std::errc{} || stopped_at != end) return std::nullopt;
    return number;
}

}  // namespace palette
