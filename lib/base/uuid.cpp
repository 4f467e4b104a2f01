#include "base/uuid.hpp"

namespace palette {

namespace {

constexpr std::size_t text_length = 36;

constexpr bool hyphen_at(std::size_t place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
}

constexpr int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

Uuid make_uuid7(Timestamp now, Random& random) {
    Uuid id;
    random.fill(std::as_writable_bytes(std::span(id.bytes)));
    const auto ms = static_cast<std::uint64_t>(now.ms);
    for (std::size_t i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
    }
    id.bytes[6] = static_cast<std::uint8_t>(0x70U | (id.bytes[6] & 0x0FU));
    id.bytes[8] = static_cast<std::uint8_t>(0x80U | (id.bytes[8] & 0x3FU));
    return id;
}

std::string to_string(const Uuid& id) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    text.reserve(text_length);
    for (const std::uint8_t byte : id.bytes) {
        if (hyphen_at(text.size())) text.push_back('-');
        text.push_back(hex[byte >> 4]);
        text.push_back(hex[byte & 0x0FU]);
    }
    return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
    if (text.size() != text_length) return std::nullopt;
    Uuid id;
    std::size_t byte = 0;
    for (std::size_t i = 0; i < text_length;) {
        if (hyphen_at(i)) {
            if (text[i++] != '-') return std::nullopt;
            continue;
        }
        const int high = hex_value(text[i]);
        const int low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        id.bytes[byte++] = static_cast<std::uint8_t>(high * 16 + low);
        i += 2;
    }
    return id;
}

}  // namespace palette
