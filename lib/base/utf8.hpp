// The one reader of UTF-8: whether a text is valid, what it begins with, and where it may be cut. A
// character is a code point here. Text that is not valid is cut somewhere, and never read beyond
// its end.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
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

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
};

// The code point at the beginning; none when the text is empty or does not begin with a valid one.
// Strict: no overlong forms, no surrogates, nothing past U+10FFFF. Source: RFC 3629, section 3.
[[nodiscard]] constexpr std::optional<CodePoint> first_code_point(std::string_view text) {
    struct Form {
        unsigned char mark;  // the bits that the first byte begins with
        unsigned char mask;  // which those are
        char32_t least;      // what is less has a shorter form
    };
    constexpr auto forms = std::to_array<Form>(
        {{0x00, 0x80, 0}, {0xC0, 0xE0, 0x80}, {0xE0, 0xF0, 0x800}, {0xF0, 0xF8, 0x1'0000}});
    constexpr char32_t greatest = 0x10'FFFF;
    if (text.empty()) return std::nullopt;
    const auto first = static_cast<unsigned char>(text.front());
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const Form& form = forms[i];
        const std::size_t bytes = i + 1;
        if ((first & form.mask) != form.mark || text.size() < bytes) continue;
        char32_t value = first & static_cast<unsigned char>(~form.mask);
        for (const char next : text.substr(1, bytes - 1)) {
            if (!continues_character(next)) return std::nullopt;
            value = value << 6U | (static_cast<unsigned char>(next) & 0x3FU);
        }
        const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
        if (value < form.least || value > greatest || is_surrogate) return std::nullopt;
        return CodePoint{value, bytes};
    }
    return std::nullopt;
}

[[nodiscard]] constexpr bool is_utf8(std::string_view text) {
    while (const auto first = first_code_point(text))
        text.remove_prefix(first->bytes);
    return text.empty();
}

}  // namespace palette
