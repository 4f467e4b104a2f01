// Themes of kitty: "color0 #21222c", a key and its color on a line.
// Source: kitty.conf(5), and the "## name:" lines that its collection of themes has.
//
// Read are the colors of terminal_roles.hpp, and other keys of kitty whose value is a color in hex.
// What is written has the title and credit as such lines; no names of colors, and no alpha, for
// which kitty has no place.
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "formats/format.hpp"
#include "formats/terminal_roles.hpp"

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

FileRead read(std::string_view text) {
    const auto slots = slots_of(own_name);
    TextLines lines(text);
    Record record;
    while (lines.next()) {
        const Setting setting = setting_of(lines.line());
        if (setting.key == "##") take_note(setting, record);
        const Slot* slot = slot_named(slots, setting.key);
        if (setting.key.starts_with('#') || setting.value == "none") continue;
        const auto color = terminal_color(setting.value);
        if (!color && slot != nullptr) {
            return fault(at_line(lines.number()),
                         "expected a color such as #0b3954 after " + std::string(slot->name));
        }
        if (!color || (slot == nullptr && !setting.value.starts_with('#'))) continue;
        if (record.colors.size() == api::Colors::most)
            return too_many_colors(at_line(lines.number()));
        record.colors.push_back(
            {*color, std::string(setting.key), std::string(slot == nullptr ? "" : slot->role)});
    }
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
