// Access tokens: who asks, for how long, and what they allow, signed by paletted and verified by
// every daemon on its own.
//
// A compact JWT whose header is, byte for byte, {"alg":"EdDSA","typ":"at+jwt","kid":"..."}: there
// is no algorithm to choose, so none to be talked into. The claims (claims.hpp) have the names of
// RFC 9068 without client_id and jti, which nobody here would read. Every refusal is
// unauthenticated and never shows any of the token. Functions of their parameters alone: any
// thread.
#pragma once

#include "auth/claims.hpp"
#include "auth/key_set.hpp"
#include "auth/keys.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace palette::auth {

// Ours have some 400; what is longer is not looked into.
inline constexpr std::size_t most_token_bytes = 4096;
// How far the clocks of issuer and verifier may differ.
inline constexpr std::chrono::seconds leeway{30};

[[nodiscard]] std::string sign(const Claims& claims, const SigningKey& key);

// Whether claims are over: from expires_at plus the leeway on.
[[nodiscard]] bool have_ended(const Claims& claims, Timestamp now);

// The key that the token names; none when its header is not ours.
[[nodiscard]] std::optional<std::string> key_id_of(std::string_view token);

// Judges size, form, issuer, audience and expiry, some microseconds' work: what is refused here
// costs no signature. What passes may still be anyone's forgery.
[[nodiscard]] Result<Claims> read_unverified(std::string_view token, Timestamp now);

// Judges all of that and the signature.
[[nodiscard]] Result<Claims> verify(std::string_view token, const KeySet& keys, Timestamp now);

}  // namespace palette::auth
