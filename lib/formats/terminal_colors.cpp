#include "formats/terminal_colors.hpp"

#include "base/ascii.hpp"
#include "base/counted.hpp"
#include "base/whole_number.hpp"
#include "color/css_names.hpp"
#include "color/hex.hpp"
#include "formats/css_value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace palette::formats {

namespace {

// Where X11 differs from CSS, which has its other names from there. Source: rgb.txt of X11.
constexpr std::array x11_names{
    color::NamedColor{"gray", {0xbe, 0xbe, 0xbe}},
    color::NamedColor{"green", {0x00, 0xff, 0x00}},
    color::NamedColor{"grey", {0xbe, 0xbe, 0xbe}},
    color::NamedColor{"lightgoldenrod", {0xee, 0xdd, 0x82}},
    color::NamedColor{"lightslateblue", {0x84, 0x70, 0xff}},
    color::NamedColor{"maroon", {0xb0, 0x30, 0x60}},
    color::NamedColor{"navyblue", {0x00, 0x00, 0x80}},
    color::NamedColor{"purple", {0xa0, 0x20, 0xf0}},
    color::NamedColor{"violetred", {0xd0, 0x20, 0x90}},
};

// gray0 to gray100, in percent of white.
std::optional<color::Color> numbered_gray(std::string_view name) {
    if (!name.starts_with("gray") && !name.starts_with("grey")) return std::nullopt;
    const auto percent = whole_number<std::uint8_t>(name.substr(4));
    if (!percent || *percent > 100) return std::nullopt;
    const auto light = static_cast<std::uint8_t>(std::lround(*percent * 2.55));
    return color::Color{light, light, light};
}

// In any case, and with or without blanks: "light blue" is LightBlue.
std::optional<color::Color> color_named(std::string_view text) {
    std::string name = to_lower(text);
    std::erase(name, ' ');
    const auto own = std::ranges::find(x11_names, name, &color::NamedColor::name);
    if (own != x11_names.end()) return own->color;
    const auto gray = numbered_gray(name);
    return gray ? gray : color::css_color_named(name);
}

// A part of rgb:, of which ffff, fff, ff and f are the same.
std::optional<std::uint8_t> part_of_whole(std::string_view digits) {
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    unsigned value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stopped_at, fault] = std::from_chars(digits.data(), end, value, 16);
    if (fault != std::errc{} || stopped_at != end) return std::nullopt;
    const unsigned most = (1U << (4 * digits.size())) - 1;
    return static_cast<std::uint8_t>((value * 255 + most / 2) / most);
}

// "rr/gg/bb", of as many parts.
std::optional<color::Color> color_of_parts(std::string_view text, std::size_t count) {
    std::array<std::uint8_t, 4> parts{0, 0, 0, 255};
    for (std::size_t i = 0; i < count; ++i) {
        const auto end = text.find('/');
        if ((end == std::string_view::npos) != (i + 1 == count)) return std::nullopt;
        const auto part = part_of_whole(text.substr(0, end));
        if (!part) return std::nullopt;
        parts.at(i) = *part;
        text.remove_prefix(std::min(text.size(), end == std::string_view::npos ? end : end + 1));
    }
    return color::Color{parts[0], parts[1], parts[2], parts[3]};
}

// Of the digits behind #: the two higher ones of each part.
std::optional<color::Color> color_of_digits(std::string_view digits, LoneDigit lone) {
    constexpr std::string_view hexadecimal = "0123456789abcdefABCDEF";
    const std::size_t width = digits.size() / 3;
    if (digits.size() % 3 != 0 || width == 0 || width > 4) return color::parse_hex(digits);
    if (digits.find_first_not_of(hexadecimal) != std::string_view::npos) return std::nullopt;
    std::string higher;
    for (std::size_t i = 0; i < digits.size(); i += width) {
        const char only = lone == LoneDigit::doubled ? digits[i] : '0';
        higher += {digits[i], width == 1 ? only : digits[i + 1]};
    }
    return color::parse_hex(higher);
}

}  // namespace

std::optional<color::Color> terminal_color(std::string_view text, LoneDigit lone) {
    if (text.starts_with('#')) return color_of_digits(text.substr(1), lone);
    if (text.starts_with("0x") && text.size() == 8) return color::parse_hex(text.substr(2));
    if (text.starts_with("rgb:")) return color_of_parts(text.substr(4), 3);
    if (text.starts_with("rgba:")) return color_of_parts(text.substr(5), 4);
    return color_named(text);
}

bool is_like_name(std::string_view text) {
    return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [](char c) {
        return is_letter(c) || is_digit(c) || c == ' ' || c == '_' || c == '-';
    });
}

void remark_unknown_names(std::size_t number, Record& record) {
    if (number == 0) return;
    record.remarks.push_back(counted(number, "color") + (number == 1 ? " was" : " were") +
                             " passed over: " + (number == 1 ? "its name is" : "their names are") +
                             " not known");
}

}  // namespace palette::formats
