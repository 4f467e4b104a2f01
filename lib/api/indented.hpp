// JSON for people: one member or element a line.
#pragma once

#include <string>
#include <string_view>

namespace palette::api {

// `json` is one valid value without white space, as the writer and the reader make it; the result
// is the same value with line breaks and indents of two, and ends in a line break.
[[nodiscard]] std::string indented(std::string_view json);

}  // namespace palette::api
