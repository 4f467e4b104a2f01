#include "color/word.hpp"

#include "base/ascii.hpp"
#include "base/hex.hpp"
#include "base/nearest_word.hpp"
#include "color/css_names.hpp"
#include "color/hex.hpp"

#include <algorithm>

namespace palette::color {

namespace {

constexpr std::string_view any_form = "#rrggbb, a CSS color name, or a function such as rgb(...)";
constexpr std::size_t most_hex_digits = 8;

bool is_hex(char c) {
    return hex_value(c).has_value();
}

std::string_view leading_hex(std::string_view text) {
    return {text.begin(), std::ranges::find_if_not(text, is_hex)};
}

// No CSS name has a digit, and none is made of the letters a to f alone.
bool meant_as_hex(std::string_view text) {
    const std::string_view run = leading_hex(text);
    return text.starts_with('#') || run == text || std::ranges::any_of(run, is_digit);
}

ParseFault hex_fault(std::string_view text) {
    const std::size_t sign = text.starts_with('#') ? 1 : 0;
    const std::size_t digits = leading_hex(text.substr(sign)).size();
    if (digits > most_hex_digits) {
        return {sign + most_hex_digits, "the end after 8 hex digits", std::nullopt};
    }
    if (sign + digits < text.size()) return {sign + digits, "a hex digit", std::nullopt};
    return {text.size(), "3, 4, 6 or 8 hex digits, not " + std::to_string(digits), std::nullopt};
}

// The nearest name, or else the one whose beginning is nearest: long ones are given up half way.
std::optional<std::string_view> nearest_name(std::string_view text) {
    constexpr std::size_t shortest_beginning = 4;
    if (const auto whole = nearest_word(text, css_colors(), &NamedColor::name)) return whole;
    if (text.size() < shortest_beginning) return std::nullopt;
    const auto beginning = nearest_word(
        text, css_colors(), [&](const NamedColor& one) { return one.name.substr(0, text.size()); });
    if (!beginning) return std::nullopt;
    return std::ranges::find(css_colors(), beginning->data(),
                             [](const NamedColor& one) { return one.name.data(); })
        ->name;
}

ParseFault name_fault(std::string_view text) {
    const auto nearest = nearest_name(text);
    if (!nearest) return {0, std::string(any_form), std::nullopt};
    std::size_t offset = 0;
    while (offset < std::min(text.size(), nearest->size()) &&
           equals_ignoring_case(text[offset], (*nearest)[offset])) {
        ++offset;
    }
    return {offset, std::string(any_form), nearest};
}

}  // namespace

tl::expected<Color, ParseFault> parse_word(std::string_view text) {
    if (const auto hex = parse_hex(text)) return *hex;
    if (const auto named = css_color_named(text)) return *named;
    if (text.empty()) return tl::unexpected(ParseFault{0, std::string(any_form), std::nullopt});
    return tl::unexpected(meant_as_hex(text) ? hex_fault(text) : name_fault(text));
}

}  // namespace palette::color
