// Drawings as palettes. Source: Scalable Vector Graphics 1.1, chapters 9, 11 and 13.
//
// Read is the paint of each shape and each stop of a gradient, in the order of the document, as far
// as it is a color of its own, with its opacity; a shape's title is its name. Style sheets and what
// is inherited are passed over. What is written is a sheet of swatches, each with its hex and its
// name below it: rectangles, so that the sheet is read back; all that is known of the palette
// beside that is title and description.
#include "base/ascii.hpp"
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "color/css_names.hpp"
#include "color/css_notation.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"
#include "formats/color_models.hpp"
#include "formats/xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace palette::formats {

namespace {

// What paints an element, and its opacity; nothing for one that is no shape.
struct Paint {
    std::string_view color;
    std::string_view opacity;
};

Paint paint_of(std::string_view element) {
    constexpr auto shapes = std::to_array<std::string_view>(
        {"rect", "circle", "ellipse", "path", "polygon", "polyline"});
    if (element == "stop") return {"stop-color", "stop-opacity"};
    if (std::ranges::count(shapes, element) > 0) return {"fill", "fill-opacity"};
    return {};
}

// "#fff" of "#fff !important"; none of any other value.
std::optional<std::string_view> important(std::string_view value) {
    const auto mark = value.rfind('!');
    const bool is_important = mark != std::string_view::npos &&
                              equals_ignoring_case(trimmed(value.substr(mark + 1)), "important");
    return is_important ? std::optional(trimmed(value.substr(0, mark))) : std::nullopt;
}

// The last that a style says of the property, what is important before all else. Empty: nothing.
std::string_view declared(std::string_view style, std::string_view name) {
    std::string_view last;
    std::string_view last_important;
    while (!style.empty()) {
        const std::string_view declaration = style.substr(0, style.find(';'));
        style.remove_prefix(std::min(style.size(), declaration.size() + 1));
        const auto colon = declaration.find(':');
        if (colon == std::string_view::npos || trimmed(declaration.substr(0, colon)) != name)
            continue;
        const std::string_view value = trimmed(declaration.substr(colon + 1));
        const auto urgent = important(value);
        (urgent ? last_important : last) = urgent.value_or(value);
    }
    return last_important.empty() ? last : last_important;
}

// A property as its style says it, else as an attribute does. Empty: neither does.
std::string_view property_of(pugi::xml_node element, std::string_view name) {
    const std::string_view styled = declared(element.attribute("style").value(), name);
    if (!styled.empty()) return styled;
    return trimmed(element.attribute(std::string(name).c_str()).value());
}

// A number from 0 to 1, or a percentage; 1 for anything else.
double opacity_of(std::string_view text) {
    double number = 1;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || !(number >= 0)) return 1;
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    return std::min(unit == "%" ? number / 100 : number, 1.0);
}

// None for a paint that is no color of its own: none, url(#gradient), currentColor.
std::optional<color::Color> color_of_paint(std::string_view paint) {
    if (paint.starts_with('#')) return color::parse_hex(paint);
    if (paint.find('(') == std::string_view::npos) return color::css_color_named(paint);
    const auto notation = color::parse_css(paint);
    if (!notation) return std::nullopt;
    return color::to_color(notation->color);
}

std::optional<RecordColor> color_of(pugi::xml_node element) {
    const Paint paint = paint_of(local_name(element));
    if (paint.color.empty()) return std::nullopt;
    const auto color = color_of_paint(property_of(element, paint.color));
    if (!color) return std::nullopt;
    RecordColor found{*color, std::string(trimmed(element.child("title").text().get()))};
    const std::string_view opacity = property_of(element, paint.opacity);
    if (!opacity.empty()) found.color.a = byte_of(found.color.a / 255.0 * opacity_of(opacity));
    return found;
}

FileRead read(std::string_view text) {
    pugi::xml_document document;
    if (auto wrong = parse_xml(document, text)) return tl::unexpected(*std::move(wrong));
    const pugi::xml_node root = document.document_element();
    Record record{.colors{},
                  .title = std::string(trimmed(root.child("title").text().get())),
                  .description = std::string(trimmed(root.child("desc").text().get()))};
    for (pugi::xml_node at = root; at; at = next_element(at)) {
        auto color = color_of(at);
        if (!color) continue;
        if (record.colors.size() == api::Colors::most) return too_many_colors(line_of(at, text));
        record.colors.push_back(*std::move(color));
    }
    if (record.colors.empty()) return fault(line_of(root, text), "no shape in it has a color");
    return record;
}

// ---- the sheet ------------------------------------------------------------------------------

constexpr std::size_t columns = 8;
constexpr std::size_t margin = 16;
constexpr std::size_t cell_width = 128;
constexpr std::size_t cell_height = 144;
constexpr std::size_t swatch_width = 112;
constexpr std::size_t swatch_height = 96;
constexpr std::size_t line_height = 16;

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}
std::string attribute(std::string_view name, std::size_t value) {
    return attribute(name, std::to_string(value));
}

std::string element_of_text(std::string_view name, const std::string& text) {
    if (text.empty()) return {};
    return "<" + std::string(name) + ">" + xml_escaped(text) + "</" + std::string(name) + ">";
}

std::string line_of_text(std::size_t x, std::size_t y, const std::string& text) {
    if (text.empty()) return {};
    return "<text" + attribute("x", x) + attribute("y", y) + ">" + xml_escaped(on_one_line(text)) +
           "</text>\n";
}

std::string fill_of(color::Color color) {
    std::string fill = attribute("fill", color::to_hex({color.r, color.g, color.b}));
    if (color.a == 255) return fill;
    std::array<char, 8> opacity{};  // of four decimals, which name each of 256
    static_cast<void>(std::snprintf(opacity.data(), opacity.size(), "%.4f", color.a / 255.0));
    return fill + attribute("fill-opacity", opacity.data());
}

std::string swatch(const RecordColor& one, std::size_t place) {
    const std::size_t x = margin + place % columns * cell_width;
    const std::size_t y = margin + place / columns * cell_height;
    return "<rect" + attribute("x", x) + attribute("y", y) + attribute("width", swatch_width) +
           attribute("height", swatch_height) + fill_of(one.color) + ">" +
           element_of_text("title", one.name) + "</rect>\n" +
           line_of_text(x, y + swatch_height + line_height, color::to_hex(one.color)) +
           line_of_text(x, y + swatch_height + 2 * line_height, one.name);
}

std::string write(const Record& record) {
    const std::size_t in_row = std::min(record.colors.size(), columns);
    const std::size_t rows = (record.colors.size() + columns - 1) / columns;
    const std::size_t width = margin + in_row * cell_width;
    const std::size_t height = margin + rows * cell_height;
    std::string svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg" +
                      attribute("xmlns", "http://www.w3.org/2000/svg") + attribute("width", width) +
                      attribute("height", height) + attribute("font-family", "sans-serif") +
                      attribute("font-size", "12") + attribute("style", "background:#fff") + ">\n";
    for (const std::string& about :
         {element_of_text("title", record.title), element_of_text("desc", record.description)}) {
        if (!about.empty()) svg += about + "\n";
    }
    for (std::size_t i = 0; i < record.colors.size(); ++i)
        svg += swatch(record.colors[i], i);
    return svg + "</svg>\n";
}

}  // namespace

constinit const Format svg_format{
    .name = "svg",
    .summary = "a drawing: a sheet of swatches",
    .recognizes = [](std::string_view text) { return has_root(text, "svg"); },
    .read = read,
    .write = write,
};

}  // namespace palette::formats
