// Names for variables of style sheets and the like, made of what a palette and its colors are
// called.
#pragma once

#include "formats/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace palette::formats {

// "deep-sea" of "Deep sea!": letters of ASCII in lower case, digits, and single hyphens between.
// Empty when there is none of them in it.
[[nodiscard]] std::string identifier(std::string_view name);

// What the palette is called in its files: its slug, else one of its title, else "palette", which
// also stands before a digit, since no name of Sass may begin with one.
[[nodiscard]] std::string file_prefix(const Record& record);

// One for each color, no two alike: of its name, else its number from 1; where another color has
// the same name, with its number after it. A name that begins with the palette's prefix does so
// without it.
[[nodiscard]] std::vector<std::string> color_identifiers(const Record& record);

}  // namespace palette::formats
