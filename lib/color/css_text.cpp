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
constexpr std::size_t usual_length = 48;
constexpr std::size_t longest_number = 400;  // the largest double has 309 digits

// Six digits, all of them before the point when there are more, and no zeros at the end after it.
void append_number(std::string& text, double value) {
    const double size = std::abs(value);
    int decimals = most_decimals;
    for (double bound = 1; size >= bound && decimals > 0; bound *= 10)
        --decimals;
    std::array<char, longest_number> digits{};
    const auto written =
        std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed, decimals);
    CHECK_INVARIANT(written.ec == std::errc{});
    char* end = written.ptr;
    if (decimals > 0) {
        while (end[-1] == '0')
            --end;
        if (end[-1] == '.') --end;
    }
    const std::string_view number(digits.data(), static_cast<std::size_t>(end - digits.data()));
    text += number == "-0" ? "0" : number;
}

std::string number(double value) {
    std::string text;
    append_number(text, value);
    return text;
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

void append_component(std::string& text, const Coordinates& color, const Component& component,
                      std::size_t i) {
    if (color.missing.has(i)) {
        text += "none";
        return;
    }
    append_number(text, color.values[i]);
    // Hsl as well, for programs that read it with percentages alone; with something missing it is
    // for others, and written as the web platform tests have it.
    const bool has_percentages =
        color.space == Space::hwb || (color.space == Space::hsl && !color.missing.any());
    if (has_percentages && component.role != Role::hue) text += '%';
}

void append_alpha(std::string& text, const Coordinates& color) {
    if (color.missing.has(Missing::alpha)) {
        text += " / none";
    } else if (color.alpha != 1) {
        text += " / ";
        append_number(text, color.alpha);
    }
}

}  // namespace

std::string to_css(const Coordinates& color) {
    const SpaceFacts& facts = facts_of(color.space);
    std::string text;
    text.reserve(usual_length);
    if (!facts.has_function) text += "color(";
    text += name_of(color.space);
    text += facts.has_function ? '(' : ' ';
    for (std::size_t i = 0; i < facts.components.size(); ++i) {
        if (i > 0) text += ' ';
        append_component(text, color, facts.components[i], i);
    }
    append_alpha(text, color);
    return text += ')';
}

std::string to_css(const Notation& notation) {
    const Coordinates& color = notation.color;
    const bool resolves_none = color.space == Space::srgb;
    if (!notation.is_legacy || (color.missing.any() && !resolves_none)) return to_css(color);
    return legacy_text(to_color(color));
}

}  // namespace palette::color
