// Themes of kitty: "color0 #21222c", a key and its color on a line.
// Source: kitty.conf(5), and the "## name:" lines that its collection of themes has.
//
// Read are the colors of terminal_roles.hpp, and other keys of kitty whose value is a color in hex;
// the words for no color of its own, none and background, are passed over.
// What is written has the title and credit as such lines; no names of colors, and no alpha, for
// which kitty has no place.
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "formats/format.hpp"
#include "formats/terminal_colors.hpp"
#include "formats/terminal_roles.hpp"

#include <map>
#include <optional>
#include <vector>

namespace palette::formats {

namespace {

constexpr SlotName own_name = &TerminalRole::kitty;

struct Setting {
    std::string_view key;
    std::string_view value;
};

Setting setting_of(std::string_view line) {
    line = trimmed(line);
    const auto key = line.substr(0, line.find_first_of(" \t"));
    return {key, trimmed(line.substr(key.size()))};
}

// "## name: Dracula"
void take_note(const Setting& note, Record& record) {
    const auto keep = [&](std::string_view key, std::string& member) {
        if (note.value.starts_with(key)) member = trimmed(note.value.substr(key.size()));
    };
    keep("name:", record.title);
    keep("author:", record.author);
    keep("license:", record.license);
    keep("upstream:", record.url);
}

// What stands for no color of its own: the reverse of what is there, or another one.
bool is_keyword(std::string_view value) {
    return value == "none" || value == "background";
}

// The colors of a file. Of a key that comes again the last is what kitty takes.
class Theme {
  public:
    // Why the setting is no part of one.
    [[nodiscard]] std::optional<std::string> take(const Setting& setting) {
        if (setting.key == "##") take_note(setting, record_);
        if (setting.key.starts_with('#')) return std::nullopt;
        const Slot* slot = slot_named(slots_, setting.key);
        if (slot == nullptr && !setting.value.starts_with('#')) return forget(setting.key);
        if (is_keyword(setting.value)) return forget(setting.key);
        const auto color = terminal_color(setting.value);
        if (color) return keep(setting.key, *color, slot == nullptr ? "" : slot->role);
        if (slot == nullptr) return std::nullopt;
        if (!is_like_name(setting.value))
            return "expected a color such as #0b3954 after " + std::string(slot->name);
        ++unknown_names_;
        return forget(setting.key);
    }

    [[nodiscard]] std::size_t size() const { return record_.colors.size(); }

    [[nodiscard]] Record finish() && {
        std::erase_if(record_.colors, [](const RecordColor& one) { return one.name.empty(); });
        remark_unknown_names(unknown_names_, record_);
        return std::move(record_);
    }

  private:
    std::nullopt_t keep(std::string_view key, color::Color color, std::string_view role) {
        const auto [place, is_new] = places_.emplace(key, record_.colors.size());
        if (is_new) record_.colors.emplace_back();
        record_.colors[place->second] = {color, std::string(key), std::string(role)};
        return std::nullopt;
    }

    // Leaves the place of its color, without a name, until the end.
    std::nullopt_t forget(std::string_view key) {
        const auto place = places_.find(key);
        if (place != places_.end()) record_.colors[place->second] = {};
        return std::nullopt;
    }

    std::vector<Slot> slots_ = slots_of(own_name);
    Record record_;
    std::map<std::string_view, std::size_t> places_;  // of keys, in the record
    std::size_t unknown_names_ = 0;
};

FileRead read(std::string_view text) {
    TextLines lines(text);
    Theme theme;
    while (lines.next()) {
        if (auto why = theme.take(setting_of(lines.line())))
            return fault(at_line(lines.number()), *std::move(why));
        if (theme.size() > api::Colors::most) return too_many_colors(at_line(lines.number()));
    }
    Record record = std::move(theme).finish();
    if (record.colors.empty()) return no_colors(at_line(lines.number()));
    return record;
}

// That there is a line of a color that every terminal has.
bool recognizes(std::string_view text) {
    const auto slots = slots_of(own_name);
    TextLines lines(text);
    while (lines.next()) {
        const Setting setting = setting_of(lines.line());
        if (slot_named(slots, setting.key) != nullptr && terminal_color(setting.value)) return true;
    }
    return false;
}

void append_note(std::string& text, std::string_view key, const std::string& value) {
    if (!value.empty()) text += "## " + std::string(key) + ": " + on_one_line(value) + "\n";
}

std::string write(const Record& record) {
    std::string text;
    append_note(text, "name", record.title);
    append_note(text, "author", record.author);
    append_note(text, "license", record.license);
    append_note(text, "upstream", record.url);
    const auto slots = slots_of(own_name);
    const auto colors = in_slots(record, slots);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (colors[i] == nullptr) continue;
        text += std::string(slots[i].name) + " " + opaque_hex(colors[i]->color) + "\n";
    }
    return text;
}

}  // namespace

constinit const Format kitty_format{
    .name = "kitty",
    .summary = "theme of the terminal kitty",
    .suffixes = "conf kitty",
    .recognizes = recognizes,
    .read = read,
    .write = write,
    .most_colors = number_of_slots(own_name),
};

}  // namespace palette::formats
