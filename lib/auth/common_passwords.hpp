// The passwords that guessers try first, of those that are long enough to be taken at all.
#pragma once

#include <span>
#include <string_view>

namespace palette::auth {

// In lower case.
[[nodiscard]] std::span<const std::string_view> common_passwords();

}  // namespace palette::auth
