#include "api/scalar.hpp"

#include "api/decimal.hpp"
#include "base/hex.hpp"
#include "color/hex.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace palette::api {

namespace {

// What a terminal might act on, or a reader not see: C1, directional marks and overrides, line and
// paragraph separators, the byte order mark.
constexpr bool drives_terminals(char32_t c) {
    return (c >= 0x80 && c <= 0x9F) || c == 0x061C || (c >= 0x200B && c <= 0x200F && c != 0x200D) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

constexpr std::size_t sequence_length(unsigned char lead) {
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

// The code point of a two- or three-byte sequence; those of four bytes are never escaped.
constexpr char32_t code_point(std::string_view sequence) {
    char32_t value =
        static_cast<unsigned char>(sequence[0]) & (sequence.size() == 2 ? 0x1FU : 0x0FU);
    for (const char c : sequence.substr(1)) {
        value = (value << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    }
    return value;
}

void append_escape(std::string& json, char32_t c) {
    json += "\\u";
    append_hex(json, static_cast<std::uint8_t>(c >> 8U));
    append_hex(json, static_cast<std::uint8_t>(c));
}

void append_ascii(std::string& json, char c) {
    switch (c) {
        case '"':
            json += "\\\"";
            return;
        case '\\':
            json += "\\\\";
            return;
        case '\n':
            json += "\\n";
            return;
        case '\r':
            json += "\\r";
            return;
        case '\t':
            json += "\\t";
            return;
        default:
            append_escape(json, static_cast<unsigned char>(c));
    }
}

// What is not ASCII, a character at a time.
void append_sequence(std::string& json, std::string_view sequence) {
    if (sequence.size() < 4 && drives_terminals(code_point(sequence))) {
        append_escape(json, code_point(sequence));
    } else {
        json += sequence;
    }
}

constexpr bool plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\';
}

}  // namespace

void append_quoted(std::string& json, std::string_view text) {
    json.push_back('"');
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && plain(text[end]))
            ++end;
        json.append(text, i, end - i);
        i = end;
        if (i == text.size()) break;
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            append_ascii(json, text[i++]);
            continue;
        }
        const std::string_view sequence = text.substr(i, sequence_length(lead));
        append_sequence(json, sequence);
        i += sequence.size();
    }
    json.push_back('"');
}

std::string terminal_safe(std::string json) {
    const auto beyond = [](char c) { return static_cast<unsigned char>(c) >= 0x7F; };
    if (std::none_of(json.begin(), json.end(), beyond)) return json;
    std::string safe;
    for (std::size_t i = 0; i < json.size();) {
        const auto lead = static_cast<unsigned char>(json[i]);
        const std::size_t length = lead < 0x80 ? 1 : sequence_length(lead);
        if (length > 1) {
            append_sequence(safe, std::string_view(json).substr(i, length));
        } else if (lead == 0x7F) {
            append_escape(safe, lead);
        } else {
            safe += json[i];
        }
        i += length;
    }
    return safe;
}

void append_number(std::string& json, std::int64_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    json.append(digits.data(), end);
}

void append_hundredths(std::string& json, std::int64_t number) {
    if (number < 0) json.push_back('-');
    const std::int64_t size = number < 0 ? -number : number;
    append_number(json, size / hundredths_in_one);
    json.push_back('.');
    json.push_back(static_cast<char>('0' + size % hundredths_in_one / 10));
    json.push_back(static_cast<char>('0' + size % 10));
}

void append_comma(std::string& json) {
    if (json.back() != '{' && json.back() != '[') json.push_back(',');
}

void append_key(std::string& json, std::string_view name) {
    append_comma(json);
    append_quoted(json, name);
    json.push_back(':');
}

void append_text(std::string& json, std::string_view name, std::string_view text) {
    append_key(json, name);
    append_quoted(json, text);
}

bool Scalar<Timestamp>::set(Timestamp& value, std::string_view text) {
    const auto read = parse_rfc3339(text);
    if (read) value = *read;
    return read.has_value();
}

void Scalar<Timestamp>::append(Timestamp value, std::string& json) {
    append_quoted(json, rfc3339(value));
}

bool Scalar<Uuid>::set(Uuid& value, std::string_view text) {
    const auto read = parse_uuid(text);
    if (read) value = *read;
    return read.has_value();
}

void Scalar<Uuid>::append(const Uuid& value, std::string& json) {
    append_quoted(json, to_string(value));
}

bool Scalar<color::Color>::set(color::Color& value, std::string_view text) {
    if (!text.starts_with('#') || (text.size() != 7 && text.size() != 9)) return false;
    const auto read = color::parse_hex(text);
    if (read) value = *read;
    return read.has_value();
}

void Scalar<color::Color>::append(const color::Color& value, std::string& json) {
    append_quoted(json, color::to_hex(value));
}

}  // namespace palette::api
