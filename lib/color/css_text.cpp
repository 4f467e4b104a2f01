// Writing notations (css_notation.hpp).
#include "base/check.hpp"
#include "color/css_notation.hpp"
#include "color/gamut.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace palette::color {

namespace {

constexpr int most_decimals = 6;
constexpr std::size_t longest_number = 400;  // the largest double has 309 digits

// Six digits, all of them before the point when there are more, and no zeros at the end after it.
std::string number(double value) {
    const double size = std::abs(value);
    int decimals = most_decimals;
    for (double bound = 1; size >= bound && decimals > 0; bound *= 10)
        --decimals;
    std::array<char, longest_number> digits{};
    const auto end =
        std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed, decimals);
    CHECK_INVARIANT(end.ec == std::errc{});
    std::string text(digits.begin(), end.ptr);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

// Two decimals where they say which of the 256 it is, else three: CSS Color 4, section 15.1.
std::string alpha_of_byte(std::uint8_t alpha) {
    const double exact = alpha / 255.0;
    const double two = std::round(exact * 100) / 100;
    if (std::lround(two * 255) == alpha) return number(two);
    return number(std::round(exact * 1'000) / 1'000);
}

std::string legacy_text(Color color) {
    const std::string three =
        std::to_string(color.r) + ", " + std::to_string(color.g) + ", " + std::to_string(color.b);
    if (color.a == 255) return "rgb(" + three + ")";
    return "rgba(" + three + ", " + alpha_of_byte(color.a) + ")";
}

std::string component_text(const Coordinates& color, std::size_t i) {
    if (color.missing.has(i)) return "none";
    const std::string text = number(color.values[i]);
    const bool is_share =
        color.space == Space::hwb && facts_of(color.space).components[i].role != Role::hue;
    return is_share ? text + "%" : text;
}

std::string alpha_text(const Coordinates& color) {
    if (color.missing.has(Missing::alpha)) return " / none";
    return color.alpha == 1 ? "" : " / " + number(color.alpha);
}

}  // namespace

std::string to_css(const Coordinates& color) {
    const SpaceFacts& facts = facts_of(color.space);
    const std::string name(name_of(color.space));
    std::string text = facts.has_function ? name + "(" : "color(" + name + " ";
    for (std::size_t i = 0; i < facts.components.size(); ++i)
        text += (i > 0 ? " " : "") + component_text(color, i);
    return text + alpha_text(color) + ")";
}

std::string to_css(const Notation& notation) {
    const Coordinates& color = notation.color;
    const bool resolves_none = color.space == Space::srgb;
    if (!notation.is_legacy || (color.missing.any() && !resolves_none)) return to_css(color);
    return legacy_text(to_color(color));
}

}  // namespace palette::color
