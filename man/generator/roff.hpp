// Text as roff: the few macros of man(7) that the pages are made of.
#pragma once

#include <string>
#include <string_view>

namespace palette::manual {

// Prose: nothing in it is taken for a macro or an escape.
[[nodiscard]] std::string prose(std::string_view text);
// What is typed: bold, its dashes such as a terminal takes.
[[nodiscard]] std::string typed(std::string_view text);
// "--limit LIMIT": words that are typed bold, those that stand for others slanted.
[[nodiscard]] std::string usage(std::string_view text);

// A term and what it means, in a list. `term` is roff already.
[[nodiscard]] std::string item(const std::string& term, std::string_view meaning);
// What is indented below what stands before it.
[[nodiscard]] std::string below(const std::string& roff);
// A list without blank lines.
[[nodiscard]] std::string compact(const std::string& items);
// A name that something else explains: slanted.
[[nodiscard]] std::string reference(std::string_view name);
// Lines as they are typed, apart from the text.
[[nodiscard]] std::string example(std::string_view lines);
[[nodiscard]] std::string section(std::string_view name);
[[nodiscard]] std::string subsection(std::string_view name);

}  // namespace palette::manual
