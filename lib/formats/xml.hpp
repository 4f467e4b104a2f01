// XML of palette files, by pugixml, which knows no entities but the five of XML and the numbers of
// characters: nothing is expanded and nothing is fetched.
//
// A parsed document takes up to 26 times the bytes of its text, hence the limit.
#pragma once

#include "formats/format.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace palette::formats {

inline constexpr std::size_t most_xml_bytes = 4 * 1024 * 1024;

// Parses it into `document`, which keeps a copy. Refuses what is not well-formed, what is longer,
// and a document that declares entities, which would have to be expanded.
[[nodiscard]] std::optional<FileFault> parse_xml(pugi::xml_document& document,
                                                 std::string_view text);

// The line that the element begins on, for a fault in it.
[[nodiscard]] Where line_of(pugi::xml_node element, std::string_view text);

// "rect" of "svg:rect".
[[nodiscard]] std::string_view local_name(pugi::xml_node element);

// The element that follows in the order of the document, its children first; none at the end.
[[nodiscard]] pugi::xml_node next_element(pugi::xml_node element);

// Whether a text of any kind has this as the local name of its outermost element.
[[nodiscard]] bool has_root(std::string_view text, std::string_view name);

// For text and for values of attributes. What XML cannot have becomes U+FFFD.
[[nodiscard]] std::string xml_escaped(std::string_view text);

}  // namespace palette::formats
