// Palettes of Paint Shop Pro: "JASC-PAL", "0100", the count of colors, and three numbers a line.
// Source: Jasc Software, "Paint Shop Pro File Formats".
//
// What is written has the ends of lines of Windows, as these files do; neither names nor alpha.
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "base/whole_number.hpp"
#include "formats/format.hpp"

#include <array>
#include <optional>

namespace palette::formats {

namespace {

constexpr std::string_view heading = "JASC-PAL";
constexpr std::string_view version = "0100";

// Three numbers from 0 to 255 with blanks between.
std::optional<color::Color> read_color(std::string_view line) {
    std::array<std::uint8_t, 3> parts{};
    for (std::uint8_t& part : parts) {
        line = without_leading_blanks(line);
        const std::string_view digits = line.substr(0, line.find_first_of(blanks));
        const auto number = whole_number<std::uint8_t>(digits);
        if (!number) return std::nullopt;
        part = *number;
        line.remove_prefix(digits.size());
    }
    if (!trimmed(line).empty()) return std::nullopt;
    return color::Color{parts[0], parts[1], parts[2]};
}

FileRead read(std::string_view text) {
    TextLines lines(text);
    const auto next_line = [&] {
        return lines.next() ? trimmed(lines.line()) : std::string_view();
    };
    const auto here = [&] { return at_line(std::max<std::size_t>(lines.number(), 1)); };
    if (next_line() != heading) return fault(here(), "expected JASC-PAL");
    if (next_line() != version) return fault(here(), "expected the version, 0100");
    const auto count = whole_number<std::uint32_t>(next_line());
    if (!count) return fault(here(), "expected the count of colors");
    if (*count == 0) return no_colors(here());
    if (*count > api::Colors::most) return too_many_colors(here());
    Record record;
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (line.empty()) continue;
        const auto color = read_color(line);
        if (!color) return fault(here(), "expected three numbers from 0 to 255");
        if (record.colors.size() == *count)
            return fault(here(),
                         "more than the " + std::to_string(*count) + " colors it announced");
        record.colors.push_back({*color});
    }
    if (record.colors.size() < *count) {
        return fault(here(), "it ends after " + std::to_string(record.colors.size()) + " of " +
                                 std::to_string(*count) + " colors");
    }
    return record;
}

std::string write(const Record& record) {
    std::string text = std::string(heading) + "\r\n" + std::string(version) + "\r\n" +
                       std::to_string(record.colors.size()) + "\r\n";
    for (const RecordColor& one : record.colors) {
        text += std::to_string(one.color.r) + " " + std::to_string(one.color.g) + " " +
                std::to_string(one.color.b) + "\r\n";
    }
    return text;
}

}  // namespace

constinit const Format pal_format{
    .name = "pal",
    .summary = "JASC palette of Paint Shop Pro",
    .recognizes = [](std::string_view text) { return text.starts_with(heading); },
    .read = read,
    .write = write,
};

}  // namespace palette::formats
