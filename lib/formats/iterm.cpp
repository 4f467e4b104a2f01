// Themes of iTerm2: a property list in XML, a dictionary of dictionaries of components.
// Source: propertylist(5) of macOS, and the files that iTerm2 3.5 writes.
//
// Components are in sRGB, or in Display P3 where the file says so, and are mapped. What is written
// has alpha, and no names and no credit, for which the format has no place.
#include "base/trim.hpp"
#include "color/hex.hpp"
#include "formats/css_value.hpp"
#include "formats/format.hpp"
#include "formats/terminal_roles.hpp"
#include "formats/xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace palette::formats {

namespace {

constexpr SlotName own_name = &TerminalRole::iterm;

constexpr std::string_view begin_of_file =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
    "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
    "<plist version=\"1.0\">\n<dict>\n";
constexpr std::string_view end_of_file = "</dict>\n</plist>\n";

// The value of a key in a dictionary, the element after it; none when it has not that key.
pugi::xml_node value_of(const pugi::xml_node& dictionary, std::string_view key) {
    for (const pugi::xml_node& one : dictionary.children("key")) {
        if (one.child_value() == key) return one.next_sibling();
    }
    return {};
}

// A component, clamped to its range; `otherwise` when it is not there, none when it is no number.
std::optional<double> component_of(const pugi::xml_node& dictionary, std::string_view key,
                                   double otherwise) {
    const pugi::xml_node node = value_of(dictionary, key);
    if (!node) return otherwise;
    const std::string_view text = trimmed(node.child_value());
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped_at, fault] = std::from_chars(text.data(), end, value);
    if (fault != std::errc{} || stopped_at != end || std::isnan(value)) return std::nullopt;
    return std::clamp(value, 0.0, 1.0);
}

std::optional<color::Notation> notation_of(const pugi::xml_node& dictionary) {
    const auto red = component_of(dictionary, "Red Component", 0);
    const auto green = component_of(dictionary, "Green Component", 0);
    const auto blue = component_of(dictionary, "Blue Component", 0);
    const auto alpha = component_of(dictionary, "Alpha Component", 1);
    if (!red || !green || !blue || !alpha) return std::nullopt;
    const bool is_p3 = value_of(dictionary, "Color Space").child_value() == std::string_view("P3");
    return color::Notation{{.space = is_p3 ? color::Space::display_p3 : color::Space::srgb,
                            .values = {*red, *green, *blue},
                            .alpha = *alpha}};
}

// A dictionary is a color if it has a component; the others are settings of something else.
bool is_color(const pugi::xml_node& node) {
    return node.name() == std::string_view("dict") && value_of(node, "Red Component");
}

FileRead read(std::string_view text) {
    pugi::xml_document document;
    if (auto fault = parse_xml(document, text)) return tl::unexpected(*std::move(fault));
    const pugi::xml_node theme = document.child("plist").child("dict");
    if (!theme) return fault(at_line(1), "expected a dictionary in a property list");
    const auto slots = slots_of(own_name);
    Record record;
    ScreenColors screen;
    for (const pugi::xml_node& key : theme.children("key")) {
        const pugi::xml_node value = key.next_sibling();
        if (!is_color(value)) continue;
        const auto notation = notation_of(value);
        if (!notation) return fault(line_of(value, text), "expected components from 0 to 1");
        if (record.colors.size() == api::Colors::most) return too_many_colors(line_of(key, text));
        const std::string_view name = key.child_value();
        const Slot* slot = slot_named(slots, name);
        record.colors.push_back({screen.of(*notation), std::string(name),
                                 std::string(slot == nullptr ? "" : slot->role)});
    }
    if (record.colors.empty()) return no_colors(line_of(theme, text));
    screen.remark(record);
    return record;
}

std::string component(std::string_view name, std::uint8_t value) {
    std::array<char, 16> number{};
    static_cast<void>(std::snprintf(number.data(), number.size(), "%.6f", value / 255.0));
    return "\t\t<key>" + std::string(name) + " Component</key>\n\t\t<real>" + number.data() +
           "</real>\n";
}

std::string entry(std::string_view name, color::Color color) {
    return "\t<key>" + std::string(name) + "</key>\n\t<dict>\n" + component("Alpha", color.a) +
           component("Blue", color.b) + "\t\t<key>Color Space</key>\n\t\t<string>sRGB</string>\n" +
           component("Green", color.g) + component("Red", color.r) + "\t</dict>\n";
}

std::string write(const Record& record) {
    std::string text(begin_of_file);
    const auto slots = slots_of(own_name);
    const auto colors = in_slots(record, slots);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (colors[i] != nullptr) text += entry(slots[i].name, colors[i]->color);
    }
    return text + std::string(end_of_file);
}

}  // namespace

constinit const Format iterm_format{
    .name = "iterm",
    .summary = "theme of the terminal iTerm2",
    .suffixes = "itermcolors",
    .recognizes = [](std::string_view text) { return has_root(text, "plist"); },
    .read = read,
    .write = write,
    .most_colors = number_of_slots(own_name),
};

}  // namespace palette::formats
