// Resources of X11 for terminals: "*.color0: #21222c". Source: X(7), section RESOURCES, and the
// resources of xterm(1) and urxvt(1).
//
// The last part of a resource's name is the color's; others than those of terminal_roles.hpp, and
// color16 to color255, are passed over, and names of colors that are not known here. What "#define
// base03 #002b36" says is known below it. What is written has the title and credit as a comment; no
// names of colors and no alpha.
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "base/whole_number.hpp"
#include "formats/credit_line.hpp"
#include "formats/format.hpp"
#include "formats/terminal_colors.hpp"
#include "formats/terminal_roles.hpp"

#include <algorithm>
#include <map>

namespace palette::formats {

namespace {

constexpr SlotName own_name = &TerminalRole::xresources;

// Colors that are defined to have a name.
constexpr std::size_t most_definitions = 1'024;
using Definitions = std::map<std::string_view, std::string_view>;

struct Resource {
    std::string_view name;  // its last part; empty when the line has none
    std::string_view value;
};

// Urxvt writes alpha, in percent, before the color: [90]#002b36
std::string_view without_alpha(std::string_view value) {
    const auto end = value.starts_with('[') ? value.find(']') : std::string_view::npos;
    return end == std::string_view::npos ? value : value.substr(end + 1);
}

Resource resource_of(std::string_view line) {
    line = trimmed(line);
    const auto colon = line.find(':');
    if (line.starts_with('!') || line.starts_with('#') || colon == std::string_view::npos)
        return {};
    const std::string_view path = trimmed(line.substr(0, colon));
    const auto dot = path.find_last_of(".*");
    const std::string_view name = dot == std::string_view::npos ? path : path.substr(dot + 1);
    return {name, without_alpha(trimmed(line.substr(colon + 1)))};
}

// "#define base03 #002b36"
void take_definition(std::string_view line, Definitions& definitions) {
    constexpr std::string_view directive = "#define";
    line = trimmed(line);
    if (!line.starts_with(directive) || definitions.size() == most_definitions) return;
    line = without_leading_blanks(line.substr(directive.size()));
    const std::string_view name = line.substr(0, line.find_first_of(blanks));
    definitions.insert_or_assign(name, trimmed(line.substr(name.size())));
}

std::string_view defined(const Definitions& definitions, std::string_view value) {
    const auto found = definitions.find(value);
    return found == definitions.end() ? value : found->second;
}

// "color16": some terminals have more than those of ANSI.
bool is_numbered_color(std::string_view name) {
    constexpr std::string_view color = "color";
    return name.starts_with(color) && whole_number<std::uint8_t>(name.substr(color.size()));
}

FileRead read(std::string_view text) {
    const auto slots = slots_of(own_name);
    TextLines lines(text);
    Definitions definitions;
    Record record;
    std::size_t unknown_names = 0;
    while (lines.next()) {
        take_definition(lines.line(), definitions);
        const Resource resource = resource_of(lines.line());
        const std::string_view value = defined(definitions, resource.value);
        const Slot* slot = slot_named(slots, resource.name);
        if (slot == nullptr && !is_numbered_color(resource.name)) continue;
        const auto color = terminal_color(value, LoneDigit::higher);
        if (!color && is_like_name(value)) {
            ++unknown_names;
            continue;
        }
        if (!color) {
            return fault(at_line(lines.number()),
                         "expected a color such as #0b3954 for " + std::string(resource.name));
        }
        if (record.colors.size() == api::Colors::most)
            return too_many_colors(at_line(lines.number()));
        record.colors.push_back(
            {*color, std::string(resource.name), std::string(slot == nullptr ? "" : slot->role)});
    }
    if (record.colors.empty()) return no_colors(at_line(lines.number()));
    remark_unknown_names(unknown_names, record);
    return record;
}

// That there is a resource of a color that every terminal has.
bool recognizes(std::string_view text) {
    const auto slots = slots_of(own_name);
    TextLines lines(text);
    Definitions definitions;
    while (lines.next()) {
        take_definition(lines.line(), definitions);
        const Resource resource = resource_of(lines.line());
        const bool is_slot = slot_named(slots, resource.name) != nullptr;
        if (is_slot && terminal_color(defined(definitions, resource.value))) return true;
    }
    return false;
}

// Files of resources are run through cpp: in a comment it still sees its own, and lines joined.
std::string comment(const Record& record) {
    std::string text = credit_line(record);
    std::ranges::replace(text, '\\', '/');
    return "! " + without_mark(std::move(text), "/*") + "\n";
}

std::string write(const Record& record) {
    std::string text = comment(record);
    const auto slots = slots_of(own_name);
    const auto colors = in_slots(record, slots);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (colors[i] == nullptr) continue;
        text += "*." + std::string(slots[i].name) + ": " + opaque_hex(colors[i]->color) + "\n";
    }
    return text;
}

}  // namespace

constinit const Format xresources_format{
    .name = "xresources",
    .summary = "resources of X11, for xterm and urxvt",
    .suffixes = "xresources xdefaults",
    .recognizes = recognizes,
    .read = read,
    .write = write,
    .most_colors = number_of_slots(own_name),
};

}  // namespace palette::formats
