// Text measured in terminal columns. It is meant for safe text (safe_text.hpp): escape sequences
// are not known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace palette::term {

[[nodiscard]] std::size_t width(std::string_view text);

// The text itself when it has room, else as many whole graphemes as leave room for the ellipsis
// that ends it. Never wider than `columns`.
[[nodiscard]] std::string fit(std::string_view text, std::size_t columns);

enum class Align : std::uint8_t { left, right };

// Spaces up to the width; a text that is wider already is left alone.
[[nodiscard]] std::string pad(std::string_view text, std::size_t columns,
                              Align align = Align::left);

}  // namespace palette::term
