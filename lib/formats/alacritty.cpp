// Themes of Alacritty: black = '#21222c' in [colors.normal] and the like.
// Source: alacritty(5), section COLORS; TOML 1.0, as much of it as such tables have.
//
// In tables of colors a line is a key and its value, and text is a color; other tables are passed
// over. What is written has the title as a comment; no names of colors and no alpha.
#include "base/ascii.hpp"
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "formats/credit_line.hpp"
#include "formats/format.hpp"
#include "formats/terminal_colors.hpp"
#include "formats/terminal_roles.hpp"

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

struct Entry {
    std::string_view key;
    std::string_view value;  // as it is written
};

bool is_bare_key(std::string_view key) {
    return !key.empty() && std::ranges::all_of(key, [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '-';
    });
}

std::optional<Entry> entry_of(std::string_view line) {
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const Entry entry{trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1))};
    return is_bare_key(entry.key) ? std::optional(entry) : std::nullopt;
}

// What is in the quotes, either kind, with nothing but a comment behind; none without quotes.
std::optional<std::string_view> quoted(std::string_view value) {
    if (!value.starts_with('"') && !value.starts_with('\'')) return std::nullopt;
    const auto end = value.find(value.front(), 1);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view rest = trimmed(value.substr(end + 1));
    const bool is_all = rest.empty() || rest.starts_with('#');
    return is_all ? std::optional(value.substr(1, end - 1)) : std::nullopt;
}

// A number, true, false: what is no color and needs no quotes.
bool is_bare_value(std::string_view value) {
    return !value.empty() && (is_letter(value.front()) || is_digit(value.front()));
}

// The cursor and the selection may be in the colors of what they are on.
bool is_of_cell(std::string_view value) {
    return value == "CellForeground" || value == "CellBackground" || value == "None";
}

class Theme {
  public:
    // Why the line is no part of one.
    [[nodiscard]] std::optional<std::string> take(std::string_view line) {
        line = trimmed(line);
        if (line.empty() || line.starts_with('#')) return std::nullopt;
        if (const auto table = table_of(line)) {
            table_ = table_of_colors(*table);
            return std::nullopt;
        }
        if (!table_) return std::nullopt;
        const auto entry = entry_of(line);
        if (!entry) return "expected a key, = and a color in quotes";
        return take(*entry);
    }
    [[nodiscard]] Record& record() { return record_; }

  private:
    [[nodiscard]] std::optional<std::string> take(const Entry& entry) {
        const auto text = quoted(entry.value);
        if (!text && is_bare_value(entry.value)) return std::nullopt;
        if (text && is_of_cell(*text)) return std::nullopt;
        const auto color = text ? terminal_color(*text) : std::nullopt;
        if (!color) return "expected a color in quotes, such as \"#0b3954\"";
        const Slot* slot = slot_named(slots_, std::string(*table_) + "." + std::string(entry.key));
        record_.colors.push_back(
            {*color, std::string(entry.key), std::string(slot == nullptr ? "" : slot->role)});
        return std::nullopt;
    }

    std::vector<Slot> slots_ = slots_of(own_name);
    std::optional<std::string_view> table_;  // below `colors`; none in another one
    Record record_;
};

FileRead read(std::string_view text) {
    TextLines lines(text);
    Theme theme;
    while (lines.next()) {
        if (auto why = theme.take(lines.line()))
            return fault(at_line(lines.number()), *std::move(why));
        if (theme.record().colors.size() > api::Colors::most)
            return too_many_colors(at_line(lines.number()));
    }
    if (theme.record().colors.empty()) return no_colors(at_line(lines.number()));
    return std::move(theme.record());
}

// That there is a table of colors that every terminal has.
bool recognizes(std::string_view text) {
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
    .recognizes = recognizes,
    .read = read,
    .write = write,
    .most_colors = number_of_slots(own_name),
};

}  // namespace palette::formats
