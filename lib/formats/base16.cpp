// Schemes of base16: sixteen keys from base00 to base0F in a few lines of YAML.
// Source: the styling and builder guidelines of base16 and of tinted-theming, 0.11 ("palette:" and
// a # before hex) and before it (neither).
//
// Read is just what schemes are made of: a key and its value on a line, below "palette:" or not;
// anchors, aliases, and blocks of text are refused. Sixteen roles of terminals have their place, as
// templates for terminals of 16 colors have them. What is written is of 0.11; names of colors are
// comments, alpha is not there.
#include "base/ascii.hpp"
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "base/utf8.hpp"
#include "color/hex.hpp"
#include "formats/credit_line.hpp"
#include "formats/format.hpp"
#include "formats/terminal_roles.hpp"

#include <algorithm>
#include <array>

namespace palette::formats {

namespace {

constexpr std::array slots{
    Slot{"ansi-0", "base00"},  Slot{"ansi-10", "base01"}, Slot{"ansi-11", "base02"},
    Slot{"ansi-8", "base03"},  Slot{"ansi-12", "base04"}, Slot{"ansi-7", "base05"},
    Slot{"ansi-13", "base06"}, Slot{"ansi-15", "base07"}, Slot{"ansi-1", "base08"},
    Slot{"ansi-9", "base09"},  Slot{"ansi-3", "base0A"},  Slot{"ansi-2", "base0B"},
    Slot{"ansi-6", "base0C"},  Slot{"ansi-4", "base0D"},  Slot{"ansi-5", "base0E"},
    Slot{"ansi-14", "base0F"},
};

// Of "key: value"; empty when the line is none.
struct Entry {
    std::string_view key;
    std::string_view value;
};

Entry entry_of(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return {};
    std::string_view key = trimmed(line.substr(0, colon));
    const bool is_quoted =
        key.size() > 2 && (key.front() == '"' || key.front() == '\'') && key.front() == key.back();
    if (is_quoted) key = key.substr(1, key.size() - 2);
    return {key, trimmed(line.substr(colon + 1))};
}

// Whether it is base00 to base0F, or base10 to base17 of schemes of 24.
bool is_color_key(std::string_view key) {
    return key.size() == 6 && key.starts_with("base") && (key[4] == '0' || key[4] == '1') &&
           (is_digit(key[5]) || (to_upper(key[5]) >= 'A' && to_upper(key[5]) <= 'F'));
}

// In quotes, where '' and \" stand for one; none when they do not end, or something follows.
std::optional<std::string> unquoted(std::string_view value) {
    const char quote = value.front();
    const std::string_view escape = quote == '"' ? "\\" : "''";
    std::string text;
    for (std::size_t i = 1; i < value.size(); ++i) {
        if (value.substr(i).starts_with(escape) && i + 1 < value.size()) {
            text += value[++i];
        } else if (value[i] != quote) {
            text += value[i];
        } else {
            const std::string_view rest = trimmed(value.substr(i + 1));
            const bool is_all = rest.empty() || rest.starts_with('#');
            return is_all ? std::optional(std::move(text)) : std::nullopt;
        }
    }
    return std::nullopt;
}

// A value as it is meant, without the comment behind it; none when it is more than text.
std::optional<std::string> text_of(std::string_view value) {
    if (value.starts_with('"') || value.starts_with('\'')) return unquoted(value);
    constexpr std::string_view of_other_kinds = "&*|>[{!%@`";
    if (!value.empty() && of_other_kinds.find(value.front()) != std::string_view::npos)
        return std::nullopt;
    if (value.starts_with('#')) return std::string();
    return std::string(trimmed(value.substr(0, value.find(" #"))));
}

void take_note(std::string_view key, const std::string& text, Record& record) {
    if (key == "scheme" || key == "name") record.title = text;
    if (key == "author") record.author = text;
    if (key == "description") record.description = text;
}

bool says_nothing(std::string_view line) {
    return line.empty() || line.starts_with('#') || line.starts_with('%') || line == "---" ||
           line == "...";
}

// Why the line is no part of a scheme.
std::optional<std::string> take(std::string_view line, Record& record) {
    if (says_nothing(line)) return std::nullopt;
    const Entry entry = entry_of(line);
    if (entry.key.empty()) return "expected a key, a colon and its value";
    const auto text = text_of(entry.value);
    if (!text) return "expected text after " + std::string(fitting_characters(entry.key, 32)) + ":";
    take_note(entry.key, *text, record);
    if (!is_color_key(entry.key)) return std::nullopt;
    const auto color = color::parse_hex(*text);
    if (!color) return "expected a color such as \"#0b3954\" after " + std::string(entry.key);
    const Slot* slot = slot_named(slots, entry.key);
    record.colors.push_back(
        {*color, std::string(entry.key), std::string(slot == nullptr ? "" : slot->role)});
    return std::nullopt;
}

FileRead read(std::string_view text) {
    TextLines lines(text);
    Record record;
    while (lines.next()) {
        if (auto why = take(trimmed(lines.line()), record))
            return fault(at_line(lines.number()), *std::move(why));
        if (record.colors.size() > api::Colors::most)
            return too_many_colors(at_line(lines.number()));
    }
    if (record.colors.empty()) return no_colors(at_line(lines.number()));
    return record;
}

bool is_word(std::string_view key) {
    return !key.empty() &&
           std::ranges::all_of(key, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

// That it begins with a key, and that a line has one of a color.
bool recognizes(std::string_view text) {
    TextLines lines(text);
    bool has_begun = false;
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (says_nothing(line)) continue;
        const std::string_view key = entry_of(line).key;
        if (!has_begun && !is_word(key)) return false;
        if (is_color_key(key)) return true;
        has_begun = true;
    }
    return false;
}

std::string quoted(const std::string& text) {
    std::string value = "\"";
    for (const char c : without_controls(text))
        value += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    return value + "\"";
}

std::string write(const Record& record) {
    std::string text = "system: \"base16\"\nname: " + quoted(record.title) +
                       "\nauthor: " + quoted(record.author) + "\npalette:\n";
    const auto colors = in_slots(record, slots);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (colors[i] == nullptr) continue;
        text += "  " + std::string(slots.at(i).name) + ": \"" + opaque_hex(colors[i]->color) + "\"";
        if (!colors[i]->name.empty()) text += " # " + without_controls(colors[i]->name);
        text += "\n";
    }
    return text;
}

}  // namespace

constinit const Format base16_format{
    .name = "base16",
    .summary = "scheme of base16, in YAML",
    .suffixes = "yaml yml",
    .recognizes = recognizes,
    .read = read,
    .write = write,
    .most_colors = slots.size(),
};

}  // namespace palette::formats
