#include "api/scalar.hpp"

#include "api/decimal.hpp"
#include "base/hex.hpp"
#include "base/utf8.hpp"
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

// The character that the text begins with, which is not ASCII. Returns its bytes. A byte that is no
// UTF-8 is left as it is.
std::size_t append_first(std::string& json, std::string_view text) {
    const auto first = first_code_point(text);
    const std::size_t bytes = first ? first->bytes : 1;
    if (first && drives_terminals(first->value)) {
        append_escape(json, first->value);
    } else {
        json += text.substr(0, bytes);
    }
    return bytes;
}

constexpr char delete_character = 0x7F;

constexpr bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
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
        if (is_ascii(text[i])) {
            append_ascii(json, text[i++]);
        } else {
            i += append_first(json, text.substr(i));
        }
    }
    json.push_back('"');
}

std::string terminal_safe(std::string json) {
    const auto beyond = [](char c) { return !is_ascii(c) || c == delete_character; };
    if (std::none_of(json.begin(), json.end(), beyond)) return json;
    std::string safe;
    for (std::size_t i = 0; i < json.size();) {
        if (!is_ascii(json[i])) {
            i += append_first(safe, std::string_view(json).substr(i));
            continue;
        }
        if (json[i] == delete_character) {
            append_escape(safe, delete_character);
        } else {
            safe += json[i];
        }
        ++i;
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
