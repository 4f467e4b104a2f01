#include "color/parse.hpp"

#include "base/ascii.hpp"
#include "base/hex.hpp"
#include "base/nearest_word.hpp"
#include "base/utf8.hpp"
#include "color/css_names.hpp"
#include "color/css_notation.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"

#include <algorithm>

namespace palette::color {

namespace {

constexpr std::string_view any_form = "#rrggbb, a CSS color name, or a function such as rgb(...)";
constexpr std::size_t most_hex_digits = 8;
constexpr std::size_t most_quoted_bytes = 64;

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

// What a color is pasted with: blanks, quotes, a comma or semicolon behind, 0x before.
std::string_view without_wrapping(std::string_view text) {
    constexpr std::string_view before = " \t\r\n\"'`";
    constexpr std::string_view behind = " \t\r\n\"'`,;";
    const auto begin = text.find_first_not_of(before);
    if (begin == std::string_view::npos) return text;
    text = text.substr(begin, text.find_last_not_of(behind) + 1 - begin);
    const bool has_prefix = text.size() > 2 && text[0] == '0' && to_lower(text[1]) == 'x';
    return has_prefix ? text.substr(2) : text;
}

// "11, 57, 84", as some tools show the bytes of a color.
std::optional<Notation> bare_triple(std::string_view text) {
    if (text.find(',') == std::string_view::npos || text.find('(') != std::string_view::npos) {
        return std::nullopt;
    }
    const auto notation = read_notation("rgb(" + std::string(text) + ")");
    if (!notation) return std::nullopt;
    return *notation;
}

std::string quoted(std::string_view text) {
    const std::string_view beginning = fitting_characters(text, most_quoted_bytes);
    return '"' + std::string(beginning) + (beginning.size() < text.size() ? "...\"" : "\"");
}

std::string place(std::string_view text, std::size_t offset) {
    if (offset == text.size()) return "at its end";
    return "at character " + std::to_string(characters(text.substr(0, offset)) + 1);
}

}  // namespace

tl::expected<Color, ParseFault> read_word(std::string_view text) {
    if (const auto hex = parse_hex(text)) return *hex;
    if (const auto named = css_color_named(text)) return *named;
    if (text.empty()) return tl::unexpected(ParseFault{0, std::string(any_form), std::nullopt});
    return tl::unexpected(meant_as_hex(text) ? hex_fault(text) : name_fault(text));
}

tl::expected<Notation, ParseFault> read_pasted(std::string_view text) {
    const std::string_view core = without_wrapping(text);
    if (const auto triple = bare_triple(core)) return *triple;
    auto notation = read_notation(core);
    if (!notation) {
        notation.error().offset += static_cast<std::size_t>(core.data() - text.data());
    }
    return notation;
}

tl::expected<Color, ParseFault> read(std::string_view text) {
    return read_pasted(text).map([](const Notation& notation) { return to_color(notation.color); });
}

Result<Color> parse(std::string_view text) {
    auto color = read(text);
    if (color) return *color;
    const ParseFault& fault = color.error();
    if (text.empty()) {
        return refuse(ErrorKind::invalid_argument, "",
                      "no color given: expected " + fault.expected);
    }
    return refuse(ErrorKind::invalid_argument, "",
                  quoted(text) + " is not a color: " + place(text, fault.offset) + " expected " +
                      fault.expected,
                  fault.nearest ? "did you mean " + std::string(*fault.nearest) + "?" : "");
}

}  // namespace palette::color
