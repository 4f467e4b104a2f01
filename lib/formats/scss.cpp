// Variables of SCSS whose values are colors: $sea-glass-1: #0b3954; Maps are passed over.
//
// What is written has them as css.cpp does, without a block around; the title and credit are a
// comment.
#include "formats/credit_line.hpp"
#include "formats/sheet_colors.hpp"

namespace palette::formats {

constinit const Format scss_format{
    .name = "scss",
    .summary = "variables of SCSS",
    .recognizes = [](std::string_view text) { return has_variables(text, scss_dialect); },
    .read = [](std::string_view text) { return read_style_sheet(text, scss_dialect); },
    .write =
        [](const Record& record) {
            return "// " + credit_line(record) + "\n" + variables_of(record, "", "$");
        },
};

}  // namespace palette::formats
