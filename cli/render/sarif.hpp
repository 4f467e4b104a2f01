// A report as services of continuous integration take it: a log of SARIF.
// Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
#pragma once

#include "cli/render/lint.hpp"

#include <string>
#include <string_view>

namespace palette::cli {

// One line of JSON. Each finding has a logical location, the palette, and a physical one, without
// which services show nothing: the file and line, or the reference or "stdin" in place of the file,
// and 1 where no line is known.
[[nodiscard]] std::string sarif_of(const CheckReport& report, std::string_view version);

// A path as a reference of RFC 3986: relative as it is, or file:///...
[[nodiscard]] std::string uri_of(std::string_view path);

}  // namespace palette::cli
