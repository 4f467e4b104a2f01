#include "formats/python_text.hpp"

#include "base/utf8.hpp"
#include "formats/utf16.hpp"

#include <charconv>
#include <cstdint>
#include <optional>

namespace palette::formats {

namespace {

enum class HighBytes : std::uint8_t { utf8, latin1 };

// The number after the letter of an escape, of so many digits.
std::optional<unsigned> number_after(std::string_view escape, std::size_t digits) {
    const std::string_view text = escape.substr(0, digits + 2).substr(2);
    unsigned number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped_at, fault] = std::from_chars(text.data(), end, number, 16);
    if (fault != std::errc{} || stopped_at != end || text.size() != digits) return std::nullopt;
    return number;
}

std::string utf16_unit(unsigned number) {
    return {static_cast<char>(number >> 8U), static_cast<char>(number & 0xFFU)};
}

// Takes all that follow each other, two of which may be one character.
std::string take_units(std::string_view& rest) {
    constexpr std::size_t digits = 4;
    std::string units;
    while (rest.starts_with("\\u")) {
        const auto unit = number_after(rest, digits);
        if (!unit) break;
        units += utf16_unit(*unit);
        rest.remove_prefix(digits + 2);
    }
    return from_utf16(units);
}

std::optional<std::string> take_byte(std::string_view& rest, HighBytes how) {
    constexpr std::size_t digits = 2;
    const auto byte = rest.starts_with("\\x") ? number_after(rest, digits) : std::nullopt;
    if (!byte) return std::nullopt;
    rest.remove_prefix(digits + 2);
    return how == HighBytes::utf8 ? std::string(1, static_cast<char>(*byte))
                                  : from_utf16(utf16_unit(*byte));
}

std::optional<char> meant_by(char letter) {
    switch (letter) {
        case 'n':
            return '\n';
        case 't':
            return '\t';
        case '\\':
        case '\'':
        case '"':
            return letter;
        default:
            return std::nullopt;
    }
}

std::string unescaped(std::string_view rest, HighBytes how) {
    std::string text;
    while (!rest.empty()) {
        text += take_units(rest);
        const auto byte = take_byte(rest, how);
        if (byte || rest.empty()) {
            text += byte.value_or("");
            continue;
        }
        const bool is_escape = rest.front() == '\\' && rest.size() > 1;
        const auto meant = is_escape ? meant_by(rest[1]) : std::nullopt;
        text += meant.value_or(rest.front());
        rest.remove_prefix(meant ? 2 : 1);
    }
    return text;
}

}  // namespace

std::string from_python(std::string_view literal) {
    std::string text = unescaped(literal, HighBytes::utf8);
    return is_utf8(text) ? text : unescaped(literal, HighBytes::latin1);
}

}  // namespace palette::formats
