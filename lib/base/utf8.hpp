// Where the characters of UTF-8 begin, so that a text is cut between two of them. A character is a
// code point here. Text that is not valid UTF-8 is cut somewhere, and never read beyond its end.
#pragma once

#include <cstddef>
#include <string_view>

namespace palette {

// Whether the byte belongs to the character before it.
[[nodiscard]] constexpr bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

[[nodiscard]] constexpr std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        if (!continues_character(c)) ++count;
    }
    return count;
}

// The first `most` characters.
[[nodiscard]] constexpr std::string_view first_characters(std::string_view text, std::size_t most) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (continues_character(text[i])) continue;
        if (most == 0) return text.substr(0, i);
        --most;
    }
    return text;
}

// As many whole characters as fit into `most` bytes.
[[nodiscard]] constexpr std::string_view fitting_characters(std::string_view text,
                                                            std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && continues_character(text[most]))
        --most;
    return text.substr(0, most);
}

}  // namespace palette
