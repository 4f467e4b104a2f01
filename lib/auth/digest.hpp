// A short name for bytes that nobody can find a second text for: BLAKE2b with 128 bits, no key.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace palette::auth {

using Digest = std::array<std::uint8_t, 16>;

[[nodiscard]] Digest digest(std::string_view bytes);

}  // namespace palette::auth
