// Reads the pieces of a CSS color notation one after the other: names, punctuation, and components,
// which may be numbers, percentages, angles, `none` and calc(). Blanks and comments between pieces
// are passed over. The first fault ends it: what is asked for after that is not there.
//
// Source: CSS Syntax Module Level 3 (numbers, comments), CSS Values and Units Level 4 (angles,
// calc()).
#pragma once

#include "color/parse_fault.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palette::color {

enum class Unit : std::uint8_t { number, percent, degrees };

struct Quantity {
    double value = 0;  // may be infinite or no number
    Unit unit = Unit::number;
};

// One of three, or alpha.
struct Given {
    Quantity quantity{};
    bool is_none = false;
    std::size_t offset = 0;  // where it stands
};

class CssScanner {
  public:
    // calc() within calc() within ...
    static constexpr int most_nesting = 32;

    explicit CssScanner(std::string_view text) : text_(text) {}

    // A name such as `rgb`, as it is written; empty where there is none.
    [[nodiscard]] std::string_view name();
    // The sign, if it comes next.
    [[nodiscard]] bool takes(char sign);
    // Whether it stands right here, with no blank before it.
    [[nodiscard]] bool is_at(char sign) const { return peek() == sign; }
    void skip_blank();
    [[nodiscard]] bool at_end();
    // A component; none with a fault.
    [[nodiscard]] std::optional<Given> component();

    // The place after the last piece, and the blanks after it.
    [[nodiscard]] std::size_t offset() const { return at_; }
    // Notes a fault, the first alone.
    void fail(std::size_t offset, std::string expected);
    [[nodiscard]] const std::optional<ParseFault>& fault() const { return fault_; }

  private:
    [[nodiscard]] bool skipped_blank();
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] std::string_view word();
    [[nodiscard]] std::size_t digits_at(std::size_t begin) const;
    [[nodiscard]] std::size_t numeral_length() const;
    [[nodiscard]] std::optional<Quantity> quantity(int nesting);
    [[nodiscard]] std::optional<Quantity> numeral();
    [[nodiscard]] std::optional<Quantity> in_unit(double value);
    [[nodiscard]] std::optional<Quantity> sum(int nesting);
    [[nodiscard]] std::optional<Quantity> product(int nesting);
    [[nodiscard]] std::optional<Quantity> operand(int nesting);
    [[nodiscard]] std::optional<Quantity> in_parentheses(int nesting);

    std::string_view text_;
    std::size_t at_ = 0;
    std::optional<ParseFault> fault_{};
};

}  // namespace palette::color
