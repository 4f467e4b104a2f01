// Variables of style sheets: custom properties of CSS, and what SCSS and Less have beside them.
// Source: CSS Syntax 3 and CSS Custom Properties 1, as much of them as names and values need.
//
// They are found in whatever block they stand; what they are worth is for sheet_colors.hpp.
#pragma once

#include "formats/record.hpp"

#include <string>
#include <string_view>

namespace palette::formats {

struct Dialect {
    std::string_view sigil;          // what names of variables begin with
    bool has_line_comments = false;  // from // on
    // A variable may be a list of colors: the first of them stands for it, and that is remarked.
    bool has_lists = false;
};

inline constexpr Dialect css_dialect{.sigil = "--"};
inline constexpr Dialect scss_dialect{.sigil = "$", .has_line_comments = true, .has_lists = true};
inline constexpr Dialect less_dialect{.sigil = "@", .has_line_comments = true, .has_lists = true};

// Walks a sheet from variable to variable, past comments and strings.
class StyleSheet {
  public:
    StyleSheet(std::string_view text, const Dialect& dialect) : text_(text), dialect_(dialect) {}

    // To the next variable; false at the end.
    [[nodiscard]] bool next();
    [[nodiscard]] std::string_view name() const { return name_; }
    // Without comments; until the next one.
    [[nodiscard]] std::string_view value() const { return value_; }
    [[nodiscard]] std::size_t line() const { return line_; }

  private:
    [[nodiscard]] bool takes_comment();
    [[nodiscard]] bool takes_string();
    [[nodiscard]] bool takes_variable();
    void take_value();
    void advance_to(std::size_t end);

    std::string_view text_;
    const Dialect& dialect_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    bool begins_declaration_ = true;
    std::string_view name_;
    std::string value_;
};

// Whether there is a variable, in what is no JSON.
[[nodiscard]] bool has_variables(std::string_view text, const Dialect& dialect);

// The colors as variables, a line each: the palette's slug, and the color's name or number.
[[nodiscard]] std::string variables_of(const Record& record, std::string_view indent,
                                       std::string_view sigil);

}  // namespace palette::formats
