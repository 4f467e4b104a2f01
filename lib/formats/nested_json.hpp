// Colors in JSON that is no palette of json.hpp: objects of names and colors, one in another, as
// themes of Windows Terminal and VS Code and the files of many color systems have them.
//
// A text that is a color in hex or a function of CSS is one, named by its keys; so is an object
// with `hex`, named by its `name` where it has one. All of them are one palette, whose title is
// `name`.
#pragma once

#include "formats/format.hpp"

#include <string_view>

namespace palette::formats {

// What `colors` of an object has is all there is, if it is an object.
[[nodiscard]] FileRead read_nested_colors(std::string_view json);

}  // namespace palette::formats
