// GIMP palettes: a heading, then a color a line as three numbers and perhaps a name.
// Source: libgimp's gimppalette-load.c (GIMP 2.10), and Aseprite's "Channels: RGBA".
//
// What is written has the title, credit as comments, and names; no alpha, which GIMP does not know.
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "base/whole_number.hpp"
#include "formats/format.hpp"

#include <array>
#include <cstdio>
#include <optional>

namespace palette::formats {

namespace {

constexpr std::string_view heading = "GIMP Palette";

// The value of "Name: Sea Glass"; none when the line has not that key.
std::optional<std::string_view> value_of(std::string_view line, std::string_view key) {
    if (!line.starts_with(key) || !line.substr(key.size()).starts_with(':')) return std::nullopt;
    return trimmed(line.substr(key.size() + 1));
}

// Takes a number from 0 to 255 off the line.
std::optional<std::uint8_t> take_component(std::string_view& line) {
    line = without_leading_blanks(line);
    const std::string_view digits = line.substr(0, line.find_first_of(blanks));
    const auto number = whole_number<int>(digits);
    if (!number || *number < 0 || *number > 255) return std::nullopt;
    line.remove_prefix(digits.size());
    return static_cast<std::uint8_t>(*number);
}

std::optional<RecordColor> read_color(std::string_view line, bool has_alpha) {
    std::array<std::uint8_t, 4> parts{0, 0, 0, 255};
    for (std::size_t i = 0; i < (has_alpha ? 4U : 3U); ++i) {
        const auto part = take_component(line);
        if (!part) return std::nullopt;
        parts.at(i) = *part;
    }
    return RecordColor{{parts[0], parts[1], parts[2], parts[3]}, std::string(trimmed(line))};
}

// What a heading or a comment says of the palette.
void take_note(std::string_view line, Record& record) {
    const auto keep = [&](std::string_view key, std::string& member) {
        if (const auto value = value_of(line, key); value && member.empty()) member = *value;
    };
    keep("Name", record.title);
    keep("#Palette Name", record.title);  // as Lospec writes it
    keep("#Description", record.description);
    keep("# Author", record.author);
    keep("# Source", record.source);
    keep("# URL", record.url);
    keep("# License", record.license);
}

FileRead read(std::string_view text) {
    TextLines lines(text);
    Record record;
    bool has_alpha = false;
    if (!lines.next() || !lines.line().starts_with(heading))
        return fault(at_line(1), "expected " + std::string(heading));
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (line.empty()) continue;
        take_note(line, record);
        has_alpha = has_alpha || value_of(line, "Channels") == "RGBA";
        const bool is_note = line.starts_with('#') || value_of(line, "Name") ||
                             value_of(line, "Columns") || value_of(line, "Channels");
        if (is_note) continue;
        auto color = read_color(line, has_alpha);
        if (!color) {
            return fault(at_line(lines.number()),
                         "expected three numbers from 0 to 255 and perhaps a name");
        }
        if (record.colors.size() == api::Colors::most)
            return too_many_colors(at_line(lines.number()));
        record.colors.push_back(*std::move(color));
    }
    if (record.colors.empty()) return no_colors(at_line(lines.number()));
    return record;
}

void append_note(std::string& text, std::string_view key, const std::string& value) {
    if (!value.empty()) text += std::string(key) + ": " + on_one_line(value) + "\n";
}

std::string write(const Record& record) {
    std::string text =
        std::string(heading) + "\nName: " + on_one_line(record.title) + "\nColumns: 0\n#\n";
    append_note(text, "# Author", record.author);
    append_note(text, "# Source", record.source);
    append_note(text, "# URL", record.url);
    append_note(text, "# License", record.license);
    for (const RecordColor& one : record.colors) {
        std::array<char, 16> numbers{};
        static_cast<void>(std::snprintf(numbers.data(), numbers.size(), "%3d %3d %3d", one.color.r,
                                        one.color.g, one.color.b));
        text += numbers.data();
        if (!one.name.empty()) text += "\t" + on_one_line(one.name);
        text += "\n";
    }
    return text;
}

}  // namespace

constinit const Format gpl_format{
    .name = "gpl",
    .summary = "GIMP palette",
    .recognizes = [](std::string_view text) { return text.starts_with(heading); },
    .read = read,
    .write = write,
};

}  // namespace palette::formats
