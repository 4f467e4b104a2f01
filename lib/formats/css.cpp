// Custom properties of CSS whose values are colors: --sea-glass-1: #0b3954;
//
// What is written is one :root with names made of the palette's slug and the color's name, else its
// number; the title and credit are a comment.
#include "formats/credit_line.hpp"
#include "formats/sheet_colors.hpp"

namespace palette::formats {

namespace {

std::string write(const Record& record) {
    return "/* " + without_mark(credit_line(record), "*/") + " */\n:root {\n" +
           variables_of(record, "  ", "--") + "}\n";
}

bool recognizes(std::string_view text) {
    return text.find('{') != std::string_view::npos && has_variables(text, css_dialect);
}

}  // namespace

constinit const Format css_format{
    .name = "css",
    .summary = "custom properties of CSS",
    .recognizes = recognizes,
    .read = [](std::string_view text) { return read_style_sheet(text, css_dialect); },
    .write = write,
};

}  // namespace palette::formats
