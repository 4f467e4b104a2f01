// Color sets of Scribus, read only: COLOR elements with a NAME and RGB or CMYK in hexadecimal, as
// Scribus 1.4 writes them, or with SPACE and each component on its own, as 1.5 does. Source:
// share/scribus/swatches/*.xml and "File Format Specification for Scribus 1.5".
#include "base/hex.hpp"
#include "base/whole_number.hpp"
#include "color/hex.hpp"
#include "formats/color_models.hpp"
#include "formats/xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace palette::formats {

namespace {

constexpr std::string_view root_name = "SCRIBUSCOLORS";
constexpr double most_ink = 100;  // percent
constexpr double most_light = 255;

std::optional<double> number_of(pugi::xml_node element, const char* name) {
    const std::string_view text = element.attribute(name).value();
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

// Each of the components that are named, all from 0 to `most`, as parts of it.
template <std::size_t count>
std::optional<std::array<double, count>> parts_of(pugi::xml_node element,
                                                  const std::array<const char*, count>& names,
                                                  double most) {
    std::array<double, count> parts{};
    for (std::size_t i = 0; i < count; ++i) {
        const auto number = number_of(element, names[i]);
        if (!number || *number < 0 || *number > most) return std::nullopt;
        parts[i] = *number / most;
    }
    return parts;
}

std::optional<color::Color> color_of_components(pugi::xml_node element, std::string_view space,
                                                Conversions& conversions) {
    if (space == "RGB") {
        const auto rgb = parts_of<3>(element, {"R", "G", "B"}, most_light);
        if (!rgb) return std::nullopt;
        return color_of_rgb((*rgb)[0], (*rgb)[1], (*rgb)[2]);
    }
    if (space == "CMYK") {
        const auto inks = parts_of<4>(element, {"C", "M", "Y", "K"}, most_ink);
        if (!inks) return std::nullopt;
        return conversions.cmyk((*inks)[0], (*inks)[1], (*inks)[2], (*inks)[3]);
    }
    const auto l = number_of(element, "L");
    const auto a = number_of(element, "A");
    const auto b = number_of(element, "B");
    const bool is_lab = space == "Lab" && l && a && b && *l >= 0 && *l <= 100 &&
                        std::abs(*a) <= 128 && std::abs(*b) <= 128;
    if (!is_lab) return std::nullopt;
    return conversions.lab(*l, *a, *b);
}

std::optional<color::Color> color_of(pugi::xml_node element, Conversions& conversions) {
    if (const auto space = element.attribute("SPACE"))
        return color_of_components(element, space.value(), conversions);
    if (const auto rgb = element.attribute("RGB")) return color::parse_hex(rgb.value());
    const std::string_view inks = element.attribute("CMYK").value();  // read as if it were rgba
    const auto bytes = inks.size() == 9 ? color::parse_hex(inks) : std::nullopt;
    if (!bytes) return std::nullopt;
    return conversions.cmyk(bytes->r / 255.0, bytes->g / 255.0, bytes->b / 255.0, bytes->a / 255.0);
}

FileRead read(std::string_view text) {
    pugi::xml_document document;
    if (auto wrong = parse_xml(document, text)) return tl::unexpected(*std::move(wrong));
    const pugi::xml_node root = document.document_element();
    Record record{.colors{}, .title = root.attribute("Name").value()};
    Conversions conversions;
    for (const pugi::xml_node child : root.children("COLOR")) {
        const auto color = color_of(child, conversions);
        if (!color) {
            return fault(line_of(child, text),
                         "expected RGB=\"#rrggbb\", CMYK=\"#ccmmyykk\", or SPACE and components");
        }
        if (record.colors.size() == api::Colors::most) return too_many_colors(line_of(child, text));
        const bool is_spot = std::string_view(child.attribute("Spot").value()) == "1";
        record.colors.push_back({*color, child.attribute("NAME").value(), {}, {}, is_spot});
    }
    if (record.colors.empty()) return no_colors(at_line(1));
    record.remarks = conversions.remarks();
    return record;
}

}  // namespace

constinit const Format scribus_format{
    .name = "scribus",
    .summary = "color set of Scribus",
    .recognizes = [](std::string_view text) { return has_root(text, root_name); },
    .read = read,
};

}  // namespace palette::formats
