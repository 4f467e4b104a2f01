#include "formats/utf16.hpp"

#include "base/utf8.hpp"

namespace palette::formats {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t beyond_one_unit = 0x1'0000;

constexpr bool is_high(char32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
constexpr bool is_low(char32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

char32_t unit_at(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    return at + 1 < bytes.size() ? static_cast<char32_t>(byte(at) << 8U | byte(at + 1)) : 0;
}

void append_utf8(std::string& text, char32_t value) {
    const auto tail = [&](unsigned shift) {
        text += static_cast<char>(0x80U | (value >> shift & 0x3FU));
    };
    if (value < 0x80) {
        text += static_cast<char>(value);
    } else if (value < 0x800) {
        text += static_cast<char>(0xC0U | value >> 6U);
        tail(0);
    } else if (value < beyond_one_unit) {
        text += static_cast<char>(0xE0U | value >> 12U);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | value >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

void append_unit(std::string& bytes, char32_t unit) {
    bytes += static_cast<char>(unit >> 8U & 0xFFU);
    bytes += static_cast<char>(unit & 0xFFU);
}

}  // namespace

std::string from_utf16(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const char32_t unit = unit_at(bytes, at);
        if (unit == 0) break;
        const char32_t next = unit_at(bytes, at + 2);
        if (is_high(unit) && is_low(next)) {
            append_utf8(text, beyond_one_unit + ((unit - 0xD800) << 10U) + (next - 0xDC00));
            at += 2;
        } else {
            append_utf8(text, is_high(unit) || is_low(unit) ? replacement : unit);
        }
    }
    return text;
}

std::string to_utf16(std::string_view text, std::size_t most_units) {
    std::string bytes;
    while (const auto first = first_code_point(text)) {
        const std::size_t units = first->value < beyond_one_unit ? 1 : 2;
        if (first->value == 0 || bytes.size() / 2 + units > most_units) break;
        text.remove_prefix(first->bytes);
        if (units == 1) {
            append_unit(bytes, first->value);
            continue;
        }
        const char32_t rest = first->value - beyond_one_unit;
        append_unit(bytes, 0xD800 + (rest >> 10U));
        append_unit(bytes, 0xDC00 + (rest & 0x3FFU));
    }
    return bytes;
}

}  // namespace palette::formats
