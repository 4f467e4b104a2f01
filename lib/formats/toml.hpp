// The values of a TOML document, one after another. Source: TOML 1.0.
//
// As much of it as it takes to find texts by their keys in any valid document: other values are not
// looked into, escapes stay as they are written, and keys may come twice.
#pragma once

#include "formats/format.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

namespace palette::formats {

// Views that end with the call.
struct TomlValue {
    // The keys of its tables and its own, "colors.primary.background"; in an array, the array's.
    std::string_view path;
    std::string_view text;  // as it is written, without quotes
    bool is_quoted = false;
    std::size_t line = 1;
};

// Gets each value that is no table and no array; a fault ends the walk.
using TakeTomlValue = std::function<std::optional<FileFault>(const TomlValue& value)>;

// The fault of `take`, or why the document is none.
[[nodiscard]] std::optional<FileFault> read_toml(std::string_view text, const TakeTomlValue& take);

}  // namespace palette::formats
