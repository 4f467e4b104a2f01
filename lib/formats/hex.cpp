// A color a line in hexadecimal digits, as Lospec has them, or in any other notation that people
// paste. What is written has neither # nor names; a color that is not opaque has eight digits.
#include "color/hex.hpp"

#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "color/parse.hpp"
#include "formats/css_value.hpp"
#include "formats/format.hpp"

namespace palette::formats {

namespace {

bool is_comment(std::string_view line) {
    return line.starts_with(';') || line.starts_with("//");
}

// Far more than any notation takes.
constexpr std::size_t longest_color_bytes = 256;

std::optional<color::Notation> color_in(std::string_view line) {
    if (line.size() > longest_color_bytes) return std::nullopt;
    const auto notation = color::parse_pasted(line);
    return notation ? std::optional(*notation) : std::nullopt;
}

// With brackets or commas around its parts a color is also an array of JSON, or a row of CSV.
bool may_be_other(std::string_view line) {
    return line.starts_with('[') ||
           (line.find(',') != std::string_view::npos && line.back() != ')');
}

// That the first line that says something is a color.
bool recognizes(std::string_view text) {
    TextLines lines(text);
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (!line.empty() && !is_comment(line)) return !may_be_other(line) && color_in(line);
    }
    return false;
}

FileRead read(std::string_view text) {
    TextLines lines(text);
    Record record;
    ScreenColors screen;
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (line.empty() || is_comment(line)) continue;
        const auto notation = color_in(line);
        if (!notation) {
            return fault(at_line(lines.number()),
                         "expected a color such as 0b3954, #0b3954 or tomato");
        }
        if (record.colors.size() == api::Colors::most)
            return too_many_colors(at_line(lines.number()));
        record.colors.push_back({screen.of(*notation)});
    }
    if (record.colors.empty()) return no_colors(at_line(lines.number()));
    screen.remark(record);
    return record;
}

std::string write(const Record& record) {
    std::string text;
    for (const RecordColor& one : record.colors)
        text += color::to_hex(one.color).substr(1) + "\n";
    return text;
}

}  // namespace

constinit const Format hex_format{
    .name = "hex",
    .summary = "a color a line, without #",
    .recognizes = recognizes,
    .read = read,
    .write = write,
};

}  // namespace palette::formats
