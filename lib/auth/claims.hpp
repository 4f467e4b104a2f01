// What an access token says, and its text as JSON.
#pragma once

#include "base/clock.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palette::auth {

// Who issues every token of the family, and whom it is for.
inline constexpr std::string_view family = "palettectl";
inline constexpr std::size_t most_scopes = 16;

// A session, or a token for programs: random bytes, in a token in lower-case hex.
using SessionId = std::array<std::uint8_t, 16>;

struct Claims {
    std::string issuer{family};
    std::string audience{family};
    std::uint64_t user_id = 0;  // from 1 on
    std::string username{};
    SessionId session_id{};
    std::vector<std::string> scopes{};  // what it allows, such as "likes:write"
    // On the wire both are whole seconds: a fraction is dropped.
    Timestamp issued_at{};
    Timestamp expires_at{};

    [[nodiscard]] bool allows(std::string_view scope) const;

    friend bool operator==(const Claims&, const Claims&) = default;
};

// The members iss, aud, sub, username, sid, scope, iat, exp, in this order. Claims that read_claims
// would not read are a bug of the caller.
[[nodiscard]] std::string write_claims(const Claims& claims);
// None when one is missing or has not the form above; members of other names are passed over. Says
// nothing of whether the issuer, the audience and the times are right.
[[nodiscard]] std::optional<Claims> read_claims(std::string_view json);

}  // namespace palette::auth
