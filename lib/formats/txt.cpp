// Palettes of Paint.NET: aarrggbb a line, after comments that begin with ; and of which one says
// what it is. Source: "Working with palettes" of its documentation.
//
// What is written has title and description as Lospec writes them, and alpha; no names of colors.
// Paint.NET takes 96 colors and no more.
#include "base/ascii.hpp"
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "color/hex.hpp"
#include "formats/format.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace palette::formats {

namespace {

constexpr std::string_view heading = "paint.net palette file";
constexpr std::size_t most_in_paint_net = 96;
constexpr std::size_t digits = 8;

std::string_view note_of(std::string_view comment) {
    return trimmed(comment.substr(1));
}

// By any of the comments that it begins with.
bool recognizes(std::string_view text) {
    TextLines lines(text);
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (!line.empty() && !line.starts_with(';')) return false;
        if (!line.empty() && equals_ignoring_case(note_of(line), heading)) return true;
    }
    return false;
}

std::optional<color::Color> read_color(std::string_view line) {
    if (line.size() != digits ||
        !std::ranges::all_of(line, [](char c) { return is_digit(c) || is_letter(c); })) {
        return std::nullopt;
    }
    return color::parse_hex(std::string(line.substr(2)) + std::string(line.substr(0, 2)));
}

void take_note(std::string_view note, Record& record) {
    const auto keep = [&](std::string_view key, std::string& member) {
        if (note.starts_with(key) && member.empty()) member = trimmed(note.substr(key.size()));
    };
    keep("Palette Name:", record.title);
    keep("Description:", record.description);
}

FileRead read(std::string_view text) {
    TextLines lines(text);
    Record record;
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (line.empty()) continue;
        if (line.starts_with(';')) {
            take_note(note_of(line), record);
            continue;
        }
        const auto color = read_color(line);
        if (!color) return fault(at_line(lines.number()), "expected eight digits, aarrggbb");
        if (record.colors.size() == api::Colors::most)
            return too_many_colors(at_line(lines.number()));
        record.colors.push_back({*color});
    }
    if (record.colors.empty()) return no_colors(at_line(lines.number()));
    return record;
}

std::string write(const Record& record) {
    std::string text = ";paint.net Palette File\n";
    if (!record.title.empty()) text += ";Palette Name: " + on_one_line(record.title) + "\n";
    if (!record.description.empty())
        text += ";Description: " + on_one_line(record.description) + "\n";
    text += ";Colors: " + std::to_string(record.colors.size()) + "\n";
    for (const RecordColor& one : record.colors) {
        const color::Color color = one.color;
        std::array<char, digits + 1> line{};
        static_cast<void>(std::snprintf(line.data(), line.size(), "%02x%02x%02x%02x", color.a,
                                        color.r, color.g, color.b));
        text += line.data() + std::string("\n");
    }
    return text;
}

}  // namespace

constinit const Format txt_format{
    .name = "txt",
    .summary = "palette of Paint.NET, at most 96 colors",
    .recognizes = recognizes,
    .read = read,
    .write = write,
    .most_colors = most_in_paint_net,
};

}  // namespace palette::formats
