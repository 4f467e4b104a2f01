// Color tables of LibreOffice, read only: draw:color elements, each with a name and a color of six
// digits. Source: its share/palette/*.soc.
#include "color/hex.hpp"
#include "formats/xml.hpp"

namespace palette::formats {

namespace {

constexpr std::string_view root_name = "color-table";

FileRead read(std::string_view text) {
    pugi::xml_document document;
    if (auto wrong = parse_xml(document, text)) return tl::unexpected(*std::move(wrong));
    Record record;
    for (const pugi::xml_node child : document.document_element().children()) {
        if (child.type() != pugi::node_element || local_name(child) != "color") continue;
        const auto color = color::parse_hex(child.attribute("draw:color").value());
        if (!color) return fault(line_of(child, text), "expected draw:color=\"#rrggbb\"");
        if (record.colors.size() == api::Colors::most) return too_many_colors(line_of(child, text));
        record.colors.push_back({*color, child.attribute("draw:name").value()});
    }
    if (record.colors.empty()) return no_colors(at_line(1));
    return record;
}

}  // namespace

constinit const Format soc_format{
    .name = "soc",
    .summary = "color table of LibreOffice",
    .recognizes = [](std::string_view text) { return has_root(text, root_name); },
    .read = read,
};

}  // namespace palette::formats
