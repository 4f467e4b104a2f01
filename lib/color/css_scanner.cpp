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

bool CssScanner::is_next(char sign) {
    skip_blank();
    return peek() == sign;
}

bool CssScanner::takes(char sign) {
    if (fault_ || !is_next(sign)) return false;
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

bool CssScanner::begins_number() const {
    const std::size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
    return is_digit(peek(sign)) || (peek(sign) == '.' && is_digit(peek(sign + 1)));
}

std::optional<Quantity> CssScanner::quantity(int nesting) {
    if (begins_number()) return numeral();
    const std::size_t begin = at_;
    if (equals_ignoring_case(word(), "calc") && peek() == '(') return in_parentheses(nesting + 1);
    at_ = begin;
    return std::nullopt;
}

std::optional<Quantity> CssScanner::numeral() {
    if (peek() == '+') ++at_;  // from_chars takes none
    double value = 0;
    const char* const begin = text_.data() + at_;
    const auto [end, problem] = std::from_chars(begin, text_.data() + text_.size(), value);
    if (problem == std::errc::result_out_of_range) {
        const bool is_tiny = std::string_view(begin, end).find("e-") != std::string_view::npos;
        value =
            is_tiny ? 0 : std::copysign(std::numeric_limits<double>::max(), *begin == '-' ? -1 : 1);
    }
    at_ += static_cast<std::size_t>(end - begin);
    return in_unit(value);
}

std::optional<Quantity> CssScanner::in_unit(double value) {
    if (peek() == '%') {
        ++at_;
        return Quantity{value, Unit::percent};
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
