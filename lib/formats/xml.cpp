#include "formats/xml.hpp"

#include "base/trim.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace palette::formats {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

Where line_at(std::string_view text, std::ptrdiff_t offset) {
    const std::ptrdiff_t most = static_cast<std::ptrdiff_t>(text.size());
    const auto end = text.begin() + std::clamp<std::ptrdiff_t>(offset, 0, most);
    return at_line(static_cast<std::size_t>(std::count(text.begin(), end, '\n')) + 1);
}

// Source: Extensible Markup Language 1.0, section 2.2 "Characters".
bool is_xml_character(char32_t c) {
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

// Where the declaration, comment or the like ends that the text begins with.
std::string_view end_of_prologue(std::string_view text) {
    if (text.starts_with("<?")) return "?>";
    if (text.starts_with("<!--")) return "-->";
    const bool has_subset = text.substr(0, text.find('>')).find('[') != std::string_view::npos;
    return has_subset ? "]>" : ">";
}

// Without what stands before the outermost element.
std::string_view without_prologue(std::string_view text) {
    text = without_leading_blanks(text);
    while (text.starts_with("<?") || text.starts_with("<!")) {
        const std::string_view end = end_of_prologue(text);
        const auto at = text.find(end);
        if (at == std::string_view::npos) break;
        text = without_leading_blanks(text.substr(at + end.size()));
    }
    return text;
}

}  // namespace

std::optional<FileFault> parse_xml(pugi::xml_document& document, std::string_view text) {
    if (text.size() > most_xml_bytes) return FileFault{at_line(1), "more than 4 MiB of XML"};
    constexpr unsigned int options = pugi::parse_default | pugi::parse_doctype;
    const pugi::xml_parse_result parsed =
        document.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
    if (parsed.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (!parsed) {
        return FileFault{line_at(text, parsed.offset),
                         "it is not well-formed XML: " + std::string(parsed.description())};
    }
    for (const pugi::xml_node node : document.children()) {
        const bool declares = node.type() == pugi::node_doctype &&
                              std::string_view(node.value()).find('[') != std::string_view::npos;
        if (declares)
            return FileFault{line_of(node, text), "it declares entities, which are not expanded"};
    }
    return std::nullopt;
}

Where line_of(pugi::xml_node element, std::string_view text) {
    return line_at(text, element.offset_debug());
}

std::string_view local_name(pugi::xml_node element) {
    const std::string_view name = element.name();
    return name.substr(name.find(':') + 1);
}

pugi::xml_node next_element(pugi::xml_node node) {
    do {
        pugi::xml_node next = node.first_child();
        for (; !next && node; node = node.parent())
            next = node.next_sibling();
        node = next;
    } while (node && node.type() != pugi::node_element);
    return node;
}

bool has_root(std::string_view text, std::string_view name) {
    text = without_prologue(text);
    if (!text.starts_with('<')) return false;
    const std::string_view tag = text.substr(1, text.find_first_of(" \t\r\n/>", 1) - 1);
    return tag.substr(tag.find(':') + 1) == name;
}

std::string xml_escaped(std::string_view text) {
    std::string escaped;
    while (const auto first = first_code_point(text)) {
        switch (first->value) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\r':
                escaped += "&#13;";
                break;
            default:
                escaped +=
                    is_xml_character(first->value) ? text.substr(0, first->bytes) : replacement;
        }
        text.remove_prefix(first->bytes);
    }
    return escaped;
}

}  // namespace palette::formats
