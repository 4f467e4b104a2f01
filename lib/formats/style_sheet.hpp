// Variables of style sheets: custom properties of CSS, and what SCSS and Less have beside them.
// Source: CSS Syntax 3 and CSS Custom Properties 1, as much of them as names and values need.
//
// Read is every variable of the sheet, whatever block it stands in, whose whole value is a color of
// CSS; the others are passed over. Colors that sRGB cannot show are mapped into it, and remarked.
#pragma once

#include "formats/css_value.hpp"
#include "formats/format.hpp"

#include <optional>
#include <set>
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
    [[nodiscard]] std::string_view value() const { return value_; }
    [[nodiscard]] std::size_t line() const { return line_; }

  private:
    [[nodiscard]] bool takes_comment();
    [[nodiscard]] bool takes_string();
    [[nodiscard]] bool takes_variable();
    void advance_to(std::size_t end);

    std::string_view text_;
    const Dialect& dialect_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    bool begins_declaration_ = true;
    std::string_view name_;
    std::string_view value_;
};

// Collects what variables of a sheet are worth.
class SheetColors {
  public:
    explicit SheetColors(const Dialect& dialect) : dialect_(dialect) {}

    // The fault, when there is no room for another color.
    [[nodiscard]] std::optional<FileFault> add(std::string_view name, std::string_view value,
                                               Where where);
    // The colors, with remarks on what was not taken as it stands; the fault when there are none.
    [[nodiscard]] FileRead finish() &&;

  private:
    [[nodiscard]] std::optional<color::Color> color_of(std::string_view value);
    [[nodiscard]] std::optional<color::Color> first_of_list(std::string_view list);
    [[nodiscard]] bool is_for_better_screens(std::string_view name, std::string_view value) const;

    const Dialect& dialect_;
    Record record_;
    std::set<std::string, std::less<>> names_;  // of its colors
    ScreenColors screen_;
    std::size_t lists_ = 0;  // of which one color was taken
    std::size_t maps_ = 0;   // of which none was
};

[[nodiscard]] FileRead read_style_sheet(std::string_view text, const Dialect& dialect);

// Whether there is a variable, in what is no JSON.
[[nodiscard]] bool has_variables(std::string_view text, const Dialect& dialect);

// The colors as variables, a line each: the palette's slug, and the color's name or number.
[[nodiscard]] std::string variables_of(const Record& record, std::string_view indent,
                                       std::string_view sigil);

}  // namespace palette::formats
