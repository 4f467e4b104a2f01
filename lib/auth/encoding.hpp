// Bytes and numbers as text: base64url as tokens are written, hex as keys and sessions are named
// (written by in_hex), decimal. Each value has exactly one text, and no other text is read.
#pragma once

#include "base/hex.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palette::auth {

// Without padding. Source: RFC 4648, section 5.
[[nodiscard]] std::string to_base64url(std::string_view bytes);
// None for padding, white space, a character outside the alphabet, or bits beyond the last byte.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

// Digits alone, no leading zero, at most 2^64 - 1; none for anything else.
[[nodiscard]] std::optional<std::uint64_t> read_decimal(std::string_view text);

// Exactly `size` bytes in lower-case hex; none for anything else.
template <std::size_t size>
[[nodiscard]] constexpr std::optional<std::array<std::uint8_t, size>> from_hex(
    std::string_view text) {
    if (text.size() != 2 * size) return std::nullopt;
    std::array<std::uint8_t, size> bytes{};
    for (std::size_t i = 0; i < size; ++i) {
        const auto high = lower_hex_value(text[2 * i]);
        const auto low = lower_hex_value(text[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        bytes[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return bytes;
}

}  // namespace palette::auth
