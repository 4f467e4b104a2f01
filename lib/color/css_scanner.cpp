#include "color/css_scanner.hpp"

#include "base/ascii.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>

namespace palette::color {

namespace {

struct AngleUnit {
    std::string_view name;
    double degrees;
};
constexpr std::array angle_units{AngleUnit{"deg", 1}, AngleUnit{"grad", 0.9},
                                 AngleUnit{"rad", 180 / std::numbers::pi}, AngleUnit{"turn", 360}};

constexpr std::string_view degree_sign = "\xC2\xB0";  // not of CSS, but people paste it

struct Constant {
    std::string_view name;
    double value;
};
constexpr std::array constants{Constant{"infinity", std::numeric_limits<double>::infinity()},
                               Constant{"-infinity", -std::numeric_limits<double>::infinity()},
                               Constant{"nan", std::numeric_limits<double>::quiet_NaN()},
                               Constant{"pi", std::numbers::pi}, Constant{"e", std::numbers::e}};

constexpr std::string_view a_component = "a number, a percentage, an angle or none";

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool continues_name(char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
}

// Whether a numeral that no double can hold is too small for one, and not too large.
bool is_tiny(std::string_view numeral) {
    const auto exponent = numeral.find_first_of("eE");
    if (exponent != std::string_view::npos) return numeral[exponent + 1] == '-';
    return numeral.substr(0, numeral.find('.')).find_first_of("123456789") ==
           std::string_view::npos;
}

double value_of(std::string_view numeral) {
    if (numeral.starts_with('+')) numeral.remove_prefix(1);  // from_chars takes none
    double value = 0;
    const char* const end = numeral.data() + numeral.size();
    if (std::from_chars(numeral.data(), end, value).ec == std::errc{}) return value;
    if (is_tiny(numeral)) return 0;
    constexpr double largest = std::numeric_limits<double>::max();
    return numeral.starts_with('-') ? -largest : largest;
}

}  // namespace

void CssScanner::fail(std::size_t offset, std::string expected) {
    if (!fault_) fault_ = ParseFault{offset, std::move(expected), std::nullopt};
}

void CssScanner::skip_blank() {
    while (true) {
        while (is_blank(peek()))
            ++at_;
        if (peek() != '/' || peek(1) != '*') return;
        const auto end = text_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? text_.size() : end + 2;
    }
}

bool CssScanner::skipped_blank() {
    const std::size_t before = at_;
    skip_blank();
    return at_ > before;
}

std::string_view CssScanner::word() {
    const std::size_t begin = at_;
    while (continues_name(peek()))
        ++at_;
    return text_.substr(begin, at_ - begin);
}

std::string_view CssScanner::name() {
    skip_blank();
    return word();
}

bool CssScanner::takes(char sign) {
    if (fault_) return false;
    skip_blank();
    if (!is_at(sign)) return false;
    ++at_;
    return true;
}

bool CssScanner::at_end() {
    skip_blank();
    return at_ == text_.size();
}

std::optional<Given> CssScanner::component() {
    if (fault_) return std::nullopt;
    skip_blank();
    Given given{.offset = at_};
    const std::size_t begin = at_;
    if (equals_ignoring_case(word(), "none")) {
        given.is_none = true;
        return given;
    }
    at_ = begin;
    const auto read = quantity(0);
    if (!read) {
        fail(begin, std::string(a_component));
        return std::nullopt;
    }
    given.quantity = *read;
    return given;
}

std::size_t CssScanner::digits_at(std::size_t begin) const {
    std::size_t count = 0;
    while (is_digit(peek(begin + count)))
        ++count;
    return count;
}

// Of [+-] digits [. digits] [e [+-] digits], where digits before a point may be left out, and
// after it may not; 0 where there is none.
std::size_t CssScanner::numeral_length() const {
    std::size_t length = peek() == '+' || peek() == '-' ? 1 : 0;
    const std::size_t whole = digits_at(length);
    length += whole;
    const std::size_t fraction = peek(length) == '.' ? digits_at(length + 1) : 0;
    if (fraction > 0) length += 1 + fraction;
    if (whole + fraction == 0) return 0;
    if (to_lower(peek(length)) != 'e') return length;
    const bool has_sign = peek(length + 1) == '+' || peek(length + 1) == '-';
    const std::size_t before = length + (has_sign ? 2 : 1);
    const std::size_t exponent = digits_at(before);
    return exponent > 0 ? before + exponent : length;
}

std::optional<Quantity> CssScanner::quantity(int nesting) {
    if (numeral_length() > 0) return numeral();
    const std::size_t begin = at_;
    if (equals_ignoring_case(word(), "calc") && peek() == '(') return in_parentheses(nesting + 1);
    at_ = begin;
    return std::nullopt;
}

std::optional<Quantity> CssScanner::numeral() {
    const std::string_view text = text_.substr(at_, numeral_length());
    at_ += text.size();
    return in_unit(value_of(text));
}

std::optional<Quantity> CssScanner::in_unit(double value) {
    if (peek() == '%') {
        ++at_;
        return Quantity{value, Unit::percent};
    }
    if (text_.substr(at_).starts_with(degree_sign)) {
        at_ += degree_sign.size();
        return Quantity{value, Unit::degrees};
    }
    const std::size_t begin = at_;
    const std::string_view unit = word();
    if (unit.empty()) return Quantity{value, Unit::number};
    for (const AngleUnit& angle : angle_units) {
        if (equals_ignoring_case(unit, angle.name)) {
            return Quantity{value * angle.degrees, Unit::degrees};
        }
    }
    fail(begin, "a space, %, deg, grad, rad or turn");
    return std::nullopt;
}

// At the sign.
std::optional<Quantity> CssScanner::in_parentheses(int nesting) {
    if (nesting > most_nesting) {
        fail(at_, "less nesting");
        return std::nullopt;
    }
    ++at_;
    const auto value = sum(nesting);
    if (!value) return std::nullopt;
    if (!takes(')')) {
        fail(at_, "+, -, *, / or )");
        return std::nullopt;
    }
    return value;
}

// A sign of a sum stands between blanks: without them it belongs to a number.
std::optional<Quantity> CssScanner::sum(int nesting) {
    auto total = product(nesting);
    while (total) {
        const std::size_t end = at_;
        const bool has_blank = skipped_blank();
        const char sign = peek();
        if (!has_blank || (sign != '+' && sign != '-') || !is_blank(peek(1))) {
            at_ = end;
            return total;
        }
        const std::size_t place = ++at_;
        const auto more = product(nesting);
        if (!more) return std::nullopt;
        if (more->unit != total->unit) {
            fail(place, "the same unit on both sides");
            return std::nullopt;
        }
        total->value += sign == '+' ? more->value : -more->value;
    }
    return total;
}

std::optional<Quantity> CssScanner::product(int nesting) {
    auto total = operand(nesting);
    while (total) {
        const std::size_t end = at_;
        skip_blank();
        const char sign = peek();
        if (sign != '*' && sign != '/') {
            at_ = end;
            return total;
        }
        const std::size_t place = ++at_;
        const auto factor = operand(nesting);
        if (!factor) return std::nullopt;
        const bool is_plain = factor->unit == Unit::number;
        if (!is_plain && (sign == '/' || total->unit != Unit::number)) {
            fail(place, "a number without a unit");
            return std::nullopt;
        }
        total = sign == '/'
                    ? Quantity{total->value / factor->value, total->unit}
                    : Quantity{total->value * factor->value, is_plain ? total->unit : factor->unit};
    }
    return total;
}

std::optional<Quantity> CssScanner::operand(int nesting) {
    skip_blank();
    if (peek() == '(') return in_parentheses(nesting + 1);
    if (auto read = quantity(nesting)) return read;
    const std::size_t begin = at_;
    const std::string_view constant = word();
    for (const Constant& known : constants) {
        if (equals_ignoring_case(constant, known.name)) return Quantity{known.value};
    }
    fail(begin, "a number");
    return std::nullopt;
}

}  // namespace palette::color
