#include "color/parse.hpp"

#include "base/ascii.hpp"
#include "base/nearest_word.hpp"
#include "base/utf8.hpp"
#include "color/css_notation.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"

#include <algorithm>

namespace palette::color {

namespace {

constexpr std::size_t most_quoted_bytes = 64;

constexpr std::string_view hex_digits = "0123456789abcdefABCDEF";

// What a color is pasted with: blanks, quotes, brackets around all of it, a comma or semicolon
// behind.
std::string_view without_wrapping(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    constexpr std::string_view before = " \t\r\n\"'`";
    constexpr std::string_view behind = " \t\r\n\"'`,;";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    const auto begin = text.find_first_not_of(before);
    if (begin == std::string_view::npos) return text;
    text = text.substr(begin, text.find_last_not_of(behind) + 1 - begin);
    const bool is_bracketed = (text.starts_with('(') && text.ends_with(')')) ||
                              (text.starts_with('[') && text.ends_with(']'));
    return is_bracketed && text.size() > 2 ? text.substr(1, text.size() - 2) : text;
}

// "11, 57, 84" or "11 57 84", as some tools show the bytes of a color.
std::optional<Notation> bare_triple(std::string_view text) {
    if (text.find_first_not_of("0123456789%, ") != std::string_view::npos) return std::nullopt;
    const auto notation = parse_css("rgb(" + std::string(text) + ")");
    if (!notation) return std::nullopt;
    return *notation;
}

// As programs write it: 0xrrggbb, and 0xaarrggbb, alpha first.
std::optional<Notation> program_number(std::string_view text) {
    if (!to_lower(text.substr(0, 2)).starts_with("0x")) return std::nullopt;
    const std::string_view digits = text.substr(2);
    const bool is_hex = digits.find_first_not_of(hex_digits) == std::string_view::npos;
    if (!is_hex || (digits.size() != 6 && digits.size() != 8)) return std::nullopt;
    const std::string_view alpha = digits.substr(0, digits.size() - 6);
    const auto color = parse_hex(std::string(digits.substr(alpha.size())) + std::string(alpha));
    if (!color) return std::nullopt;
    return Notation{coordinates_of(*color), true};
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

tl::expected<Notation, ParseFault> parse_pasted(std::string_view text) {
    const std::string_view core = without_wrapping(text);
    // What most colors are comes first.
    if (const auto hex = parse_hex(core)) return Notation{coordinates_of(*hex), true};
    if (const auto triple = bare_triple(core)) return *triple;
    if (const auto number = program_number(core)) return *number;
    auto notation = parse_css(core);
    if (!notation) {
        notation.error().offset += static_cast<std::size_t>(core.data() - text.data());
    }
    return notation;
}

Result<Color> parse_color(std::string_view text) {
    const auto notation = parse_pasted(text);
    if (notation) return to_color(notation->color);
    const ParseFault& fault = notation.error();
    if (text.empty()) {
        return refuse(ErrorKind::invalid_argument, "",
                      "no color given: expected " + fault.expected);
    }
    return refuse(ErrorKind::invalid_argument, "",
                  quoted(text) + " is not a color: " + place(text, fault.offset) + " expected " +
                      fault.expected,
                  did_you_mean(fault.nearest));
}

}  // namespace palette::color
