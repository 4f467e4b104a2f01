#include "color/hex.hpp"

#include "base/hex.hpp"

#include <array>

namespace palette::color {

namespace {

constexpr std::size_t most_digits = 8;

using Digits = std::array<std::uint8_t, most_digits>;

std::optional<Digits> digits_of(std::string_view text) {
    if (text.size() > most_digits) return std::nullopt;
    Digits digits{};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = hex_value(text[i]);
        if (!digit) return std::nullopt;
        digits[i] = *digit;
    }
    return digits;
}

constexpr std::uint8_t byte(std::uint8_t high, std::uint8_t low) {
    return static_cast<std::uint8_t>(high * 16 + low);
}

}  // namespace

std::optional<Color> parse_hex(std::string_view text) {
    if (text.starts_with('#')) text.remove_prefix(1);
    const auto digits = digits_of(text);
    if (!digits) return std::nullopt;
    const Digits& d = *digits;
    switch (text.size()) {
        case 3:
            return Color{byte(d[0], d[0]), byte(d[1], d[1]), byte(d[2], d[2])};
        case 4:
            return Color{byte(d[0], d[0]), byte(d[1], d[1]), byte(d[2], d[2]), byte(d[3], d[3])};
        case 6:
            return Color{byte(d[0], d[1]), byte(d[2], d[3]), byte(d[4], d[5])};
        case 8:
            return Color{byte(d[0], d[1]), byte(d[2], d[3]), byte(d[4], d[5]), byte(d[6], d[7])};
        default:
            return std::nullopt;
    }
}

std::string to_hex(Color color) {
    std::string text = "#";
    append_hex(text, color.r);
    append_hex(text, color.g);
    append_hex(text, color.b);
    if (color.a != 255) append_hex(text, color.a);
    return text;
}

}  // namespace palette::color
