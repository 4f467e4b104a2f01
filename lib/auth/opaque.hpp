// Refresh tokens: 32 bytes nobody can guess, which mean something to paletted alone; it keeps only
// their hash. Each is good once. Any thread.
#pragma once

#include "auth/keys.hpp"
#include "auth/secret.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "base/uuid.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace palette::auth {

// BLAKE2b with 256 bits. A fast hash is enough: nobody guesses 32 random bytes.
using RefreshHash = std::array<std::uint8_t, 32>;

// The prefix tells people and secret scanners what leaked.
inline constexpr std::string_view refresh_token_prefix = "plr_";

// The prefix and 43 characters of base64url.
[[nodiscard]] Secret make_refresh_token(Random& random);
// The same token each time for the token it replaces and the key of the request that asked: so an
// answer that was lost can be given again without having been kept.
[[nodiscard]] Secret derive_refresh_token(const SigningKey& signing_key, const RefreshHash& used,
                                          const Uuid& request);

// As a store keeps it. Refuses what cannot be a refresh token with unauthenticated.
[[nodiscard]] Result<RefreshHash> hash_refresh_token(std::string_view token);

}  // namespace palette::auth
