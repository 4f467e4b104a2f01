// Bytes as hexadecimal digits, and the digits' values.
#pragma once

#include "base/ascii.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace palette {

// Two digits, lower case.
inline void append_hex(std::string& text, std::uint8_t byte) {
    constexpr std::string_view digits = "0123456789abcdef";
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 0x0FU]);
}

// Two digits a byte, lower case.
[[nodiscard]] inline std::string in_hex(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve(2 * bytes.size());
    for (const std::uint8_t byte : bytes)
        append_hex(text, byte);
    return text;
}

// The value of a digit of lower-case hex; none for any other character.
[[nodiscard]] constexpr std::optional<std::uint8_t> lower_hex_value(char c) {
    if (is_digit(c)) return static_cast<std::uint8_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
    return std::nullopt;
}

// The value of a digit of either case; none for any other character.
[[nodiscard]] constexpr std::optional<std::uint8_t> hex_value(char c) {
    return lower_hex_value(to_lower(c));
}

}  // namespace palette
