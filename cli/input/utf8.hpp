// UTF-8 where it comes in: the values of lib/api take for granted that their text is valid.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace palette::cli {

[[nodiscard]] bool is_utf8(std::string_view text);

// Counted from 1.
[[nodiscard]] std::optional<std::size_t> first_word_not_utf8(std::span<const std::string> words);

}  // namespace palette::cli
