// A password as a store keeps it, taken apart: "$argon2id$v=19$m=65536,t=3,p=1$SALT$HASH".
//
// libsodium can check such a line itself, but gives "wrong password" and "out of memory" the same
// answer. A person must not be told that a password is wrong when it is not, so the line is read
// here and the hash derived again by a call that tells the two apart.
// Source: https://github.com/P-H-C/phc-string-format
#pragma once

#include "auth/password.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palette::auth {

struct KeptPassword {
    PasswordCost cost;
    std::array<std::uint8_t, 16> salt{};
    std::array<std::uint8_t, 32> hash{};
};

// Reads what PasswordHasher::hash() gives, of any cost that Argon2id can have; nothing else.
[[nodiscard]] std::optional<KeptPassword> read_kept_password(std::string_view line);

}  // namespace palette::auth
