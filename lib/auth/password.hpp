// Passwords: which ones are taken, and how they are kept. Argon2id (RFC 9106) by libsodium.
//
// A hash costs some 90 ms of one core and 64 MiB, on purpose: the pool that runs it must be small.
#pragma once

#include "auth/secret.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace palette::auth {

inline constexpr std::size_t least_password_bytes = 8;
inline constexpr std::size_t most_password_bytes = 1024;

// Refuses with invalid_argument, without showing the password: too short, too long, one of the most
// common, or the person's own name, in any case of letters.
[[nodiscard]] Result<void> check_new_password(const Secret& password, std::string_view username);

struct PasswordCost {
    std::size_t memory_bytes = std::size_t{64} * 1024 * 1024;
    unsigned long long passes = 3;
};

// Whether Argon2id can be made to cost that: from 8 KiB to 4 TiB, from 1 pass to 2^32 - 1.
[[nodiscard]] bool is_possible(PasswordCost cost);

// Immutable; any number of threads may use it, each call taking its own memory. Salts come from
// libsodium's own randomness. Every function throws std::bad_alloc when the memory is not to be
// had.
class PasswordHasher {
  public:
    // The cost must be possible.
    explicit PasswordHasher(PasswordCost cost = {});

    // As a store keeps it: cost, salt and hash in one line of ASCII.
    [[nodiscard]] std::string hash(const Secret& password) const;
    // Throws std::runtime_error when the line is not what hash() gives: the store is damaged.
    [[nodiscard]] bool verify(const Secret& password, const std::string& kept_line) const;
    // Always false, after as much work as verify() has: for a person who does not exist, so that
    // the time of a refusal does not tell which names do.
    [[nodiscard]] bool verify_against_nobody(const Secret& password) const;

  private:
    PasswordCost cost_;
};

}  // namespace palette::auth
