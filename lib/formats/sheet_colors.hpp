// What the variables of a style sheet are worth: those whose whole value is a color of CSS, in
// their order and with their names; the others are passed over. Colors that sRGB cannot show are
// mapped into it, and remarked.
#pragma once

#include "formats/css_value.hpp"
#include "formats/format.hpp"
#include "formats/style_sheet.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace palette::formats {

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

}  // namespace palette::formats
