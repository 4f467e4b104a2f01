// What the tests of tokens share: the key of RFC 8037, appendix A.1, and alice, signed in with it.
#pragma once

#include "auth/encoding.hpp"
#include "auth/token.hpp"

#include <string>
#include <string_view>

namespace palette::auth::sample {

inline Seed seed() {
    return *from_hex<32>("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
}

inline SigningKey key() {
    return SigningKey(seed());
}

inline KeySet keys() {
    const PublicKey one = key().public_key();
    return *KeySet::of({&one, 1});
}

inline constexpr Timestamp issued{1'769'850'300'000};
inline constexpr Timestamp expires{1'769'851'200'000};

inline Claims alice() {
    return {.user_id = 7,
            .username = "alice",
            .session_id = *from_hex<16>("000102030405060708090a0b0c0d0e0f"),
            .scopes = {"palettes:write", "likes:write"},
            .issued_at = issued,
            .expires_at = expires};
}

// A token of any header and claims whatever, well signed.
inline std::string signed_as_is(std::string_view header, std::string_view claims) {
    const std::string text = to_base64url(header) + '.' + to_base64url(claims);
    const Signature signature = key().sign(text);
    return text + '.' +
           to_base64url({reinterpret_cast<const char*>(signature.data()), signature.size()});
}

}  // namespace palette::auth::sample
