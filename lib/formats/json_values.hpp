// Text and numbers of JSON files that others define, for which the described structs of lib/api
// have no kinds: fractions, and text of any length.
#pragma once

#include "api/encoded.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace palette::formats {

// A number from 0 to 1; none for anything else.
[[nodiscard]] std::optional<double> part_of(const api::Json& value);

// The shortest decimals that are read back as the same number.
[[nodiscard]] std::string json_number(double number);

// With its quotes. Of UTF-8; only the first million of characters.
[[nodiscard]] std::string json_text(std::string_view text);

}  // namespace palette::formats
