#include "base/uuid.hpp"

#include "base/hex.hpp"

namespace palette {

namespace {

constexpr std::size_t text_length = 36;

constexpr std::size_t moment_bytes = 6;

constexpr bool hyphen_at(std::size_t place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
}

}  // namespace

Uuid make_uuid7(Timestamp now, Random& random) {
    Uuid id;
    random.fill(std::as_writable_bytes(std::span(id.bytes)));
    const auto ms = static_cast<std::uint64_t>(now.ms);
    for (std::size_t i = 0; i < moment_bytes; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (moment_bytes - 1 - i)));
    }
    id.bytes[6] = static_cast<std::uint8_t>(0x70U | (id.bytes[6] & 0x0FU));
    id.bytes[8] = static_cast<std::uint8_t>(0x80U | (id.bytes[8] & 0x3FU));
    return id;
}

std::optional<Timestamp> made_at(const Uuid& id) {
    if (id.bytes[6] >> 4U != 7) return std::nullopt;
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < moment_bytes; ++i)
        ms = ms * 256 + id.bytes[i];
    return Timestamp{ms};
}

std::string to_string(const Uuid& id) {
    std::string text;
    text.reserve(text_length);
    for (const std::uint8_t byte : id.bytes) {
        if (hyphen_at(text.size())) text.push_back('-');
        append_hex(text, byte);
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
        const auto high = hex_value(text[i]);
        const auto low = hex_value(text[i + 1]);
        if (!high || !low) return std::nullopt;
        id.bytes[byte++] = static_cast<std::uint8_t>(*high * 16 + *low);
        i += 2;
    }
    return id;
}

}  // namespace palette
