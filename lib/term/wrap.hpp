// Prose in lines that fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palette::term {

// The words of a text in lines of at most so many columns, each line indented and ended by "\n". A
// word that is wider than its line is not broken.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t columns);

}  // namespace palette::term
