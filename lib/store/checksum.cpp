#include "store/checksum.hpp"

#define XXH_INLINE_ALL
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wundef"
#include <xxhash.h>
#pragma GCC diagnostic pop

#include <array>
#include <cstring>

namespace palette::store {

namespace {

using Checksum = std::array<char, checksum_bytes>;

Checksum checksum_of(std::string_view key, std::string_view value) {
    const XXH64_hash_t seed = XXH3_64bits(key.data(), key.size());
    XXH64_hash_t hash = XXH3_64bits_withSeed(value.data(), value.size(), seed);
    Checksum bytes{};
    for (char& byte : bytes) {
        byte = static_cast<char>(hash & 0xFFU);
        hash >>= 8;
    }
    return bytes;
}

}  // namespace

void seal(std::string_view key, std::string& row) {
    const std::string_view value = std::string_view(row).substr(checksum_bytes);
    const Checksum checksum = checksum_of(key, value);
    std::memcpy(row.data(), checksum.data(), checksum.size());
}

bool is_intact(std::string_view key, std::string_view row) {
    if (row.size() < checksum_bytes) return false;
    const Checksum checksum = checksum_of(key, row.substr(checksum_bytes));
    return std::memcmp(row.data(), checksum.data(), checksum.size()) == 0;
}

}  // namespace palette::store
