// A color a line in hexadecimal digits, as Lospec has them. What is written has neither # nor
// names; a color that is not opaque has eight digits.
#include "color/hex.hpp"

#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "formats/format.hpp"

namespace palette::formats {

namespace {

bool is_comment(std::string_view line) {
    return line.starts_with(';') || line.starts_with("//");
}

// That the first line that says something is a color.
bool recognizes(std::string_view text) {
    TextLines lines(text);
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (!line.empty() && !is_comment(line)) return color::parse_hex(line).has_value();
    }
    return false;
}

FileRead read(std::string_view text) {
    TextLines lines(text);
    Record record;
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (line.empty() || is_comment(line)) continue;
        const auto color = color::parse_hex(line);
        if (!color) {
            return fault(at_line(lines.number()), "expected a color such as 0b3954 or #0b3954");
        }
        if (record.colors.size() == api::Colors::most)
            return too_many_colors(at_line(lines.number()));
        record.colors.push_back({*color});
    }
    if (record.colors.empty()) return no_colors(at_line(lines.number()));
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
