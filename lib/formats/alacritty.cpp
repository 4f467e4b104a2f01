// Themes of Alacritty: black = '#21222c' in [colors.normal] and the like.
// Source: alacritty(5), section COLORS.
//
// In tables below `colors` text is a color; all else is passed over. What is written has the title
// as a comment; no names of colors and no alpha.
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "formats/credit_line.hpp"
#include "formats/format.hpp"
#include "formats/terminal_colors.hpp"
#include "formats/terminal_roles.hpp"
#include "formats/toml.hpp"

#include <algorithm>

namespace palette::formats {

namespace {

constexpr SlotName own_name = &TerminalRole::alacritty;
constexpr std::string_view all_colors = "colors";

// "colors.normal" of [colors.normal], and of [[colors.indexed_colors]]; none when the line begins
// no table.
std::optional<std::string_view> table_of(std::string_view line) {
    if (!line.starts_with('[')) return std::nullopt;
    const auto begin = std::min(line.find_first_not_of("[ \t"), line.size());
    line.remove_prefix(begin);
    return trimmed(line.substr(0, line.find(']')));
}

// "normal" of "colors.normal", empty of "colors"; none for another table.
std::optional<std::string_view> table_of_colors(std::string_view table) {
    if (table == all_colors) return std::string_view();
    if (!table.starts_with(all_colors) || !table.substr(all_colors.size()).starts_with('.'))
        return std::nullopt;
    return table.substr(all_colors.size() + 1);
}

// The cursor and the selection may be in the colors of what they are on.
bool is_of_cell(std::string_view value) {
    return value == "CellForeground" || value == "CellBackground" || value == "None";
}

// The key of a color in a table below `colors`, "primary.background"; none for another value.
std::optional<std::string_view> key_of_color(const TomlValue& value) {
    const auto key = table_of_colors(value.path);
    const bool is_in_table = key && key->find('.') != std::string_view::npos;
    return is_in_table && value.is_quoted ? key : std::nullopt;
}

FileRead read(std::string_view text) {
    const auto slots = slots_of(own_name);
    Record record;
    const auto take = [&](const TomlValue& value) -> std::optional<FileFault> {
        const auto key = key_of_color(value);
        if (!key || is_of_cell(value.text)) return std::nullopt;
        const auto color = terminal_color(value.text);
        const Where where = at_line(value.line);
        if (!color) return FileFault{where, "expected a color in quotes, such as \"#0b3954\""};
        if (record.colors.size() == api::Colors::most) return too_many_colors(where).value();
        const Slot* slot = slot_named(slots, *key);
        record.colors.push_back({*color, std::string(key->substr(key->find_last_of('.') + 1)),
                                 std::string(slot == nullptr ? "" : slot->role)});
        return std::nullopt;
    };
    if (auto wrong = read_toml(text, take)) return tl::unexpected(*std::move(wrong));
    if (record.colors.empty()) return no_colors(at_line(1));
    return record;
}

// That there is a table of colors that every terminal has.
bool has_table(std::string_view text) {
    TextLines lines(text);
    while (lines.next()) {
        const auto table = table_of(trimmed(lines.line()));
        const auto colors = table ? table_of_colors(*table) : std::nullopt;
        if (!colors || colors->empty()) continue;
        const std::string prefix = std::string(*colors) + ".";
        if (std::ranges::any_of(terminal_roles,
                                [&](auto& row) { return row.alacritty.starts_with(prefix); }))
            return true;
    }
    return false;
}

// That there is one such color, however its tables are written.
bool has_color(std::string_view text) {
    const auto slots = slots_of(own_name);
    bool is_found = false;
    const auto end = read_toml(text, [&](const TomlValue& value) -> std::optional<FileFault> {
        const auto key = key_of_color(value);
        is_found = key && slot_named(slots, *key) != nullptr && terminal_color(value.text);
        return is_found ? std::optional(FileFault{}) : std::nullopt;
    });
    return end && is_found;
}

std::string write(const Record& record) {
    std::string text = "# " + credit_line(record) + "\n";
    const auto slots = slots_of(own_name);
    const auto colors = in_slots(record, slots);
    std::string_view table;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (colors[i] == nullptr) continue;
        const auto dot = slots[i].name.find('.');
        const std::string_view own = slots[i].name.substr(0, dot);
        if (own != table) text += "\n[colors." + std::string(own) + "]\n";
        table = own;
        text += std::string(slots[i].name.substr(dot + 1)) + " = \"" +
                opaque_hex(colors[i]->color) + "\"\n";
    }
    return text;
}

}  // namespace

constinit const Format alacritty_format{
    .name = "alacritty",
    .summary = "theme of the terminal Alacritty",
    .suffixes = "toml",
    .recognizes = [](std::string_view text) { return has_table(text) || has_color(text); },
    .read = read,
    .write = write,
    .most_colors = number_of_slots(own_name),
};

}  // namespace palette::formats
