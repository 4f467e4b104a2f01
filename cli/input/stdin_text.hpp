// Arguments that are given on stdin, for which "-" stands.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace palette::cli {

inline constexpr std::string_view stdin_word = "-";
// As much as a request takes: nothing longer could be sent.
inline constexpr std::size_t most_stdin_bytes = 1024 * 1024;

// All of stdin. Refuses (invalid_argument, about `field`) what is longer, or not UTF-8.
[[nodiscard]] Result<std::string> read_text_from_stdin(std::string_view field);

}  // namespace palette::cli
