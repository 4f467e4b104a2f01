#include "auth/password.hpp"

#include "auth/common_passwords.hpp"
#include "auth/kept_password.hpp"
#include "auth/sodium.hpp"
#include "base/ascii.hpp"
#include "base/check.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <stdexcept>

namespace palette::auth {

namespace {

tl::unexpected<Error> refused(std::string message) {
    return refuse(ErrorKind::invalid_argument, "password", "password: " + std::move(message));
}

}  // namespace

Result<void> check_new_password(const Secret& password, std::string_view username) {
    const std::string_view text = password.reveal();
    if (text.size() < least_password_bytes || text.size() > most_password_bytes) {
        return refused("expected " + std::to_string(least_password_bytes) + " to " +
                       std::to_string(most_password_bytes) + " bytes, not " +
                       std::to_string(text.size()));
    }
    if (equals_ignoring_case(text, username)) return refused("expected another than your own name");
    const bool is_common = std::ranges::any_of(
        common_passwords(), [&](auto common) { return equals_ignoring_case(text, common); });
    if (is_common) return refused("expected one that is not among the most common");
    return {};
}

bool is_possible(PasswordCost cost) {
    return cost.passes >= crypto_pwhash_argon2id_OPSLIMIT_MIN &&
           cost.passes <= crypto_pwhash_argon2id_OPSLIMIT_MAX &&
           cost.memory_bytes >= crypto_pwhash_argon2id_MEMLIMIT_MIN &&
           cost.memory_bytes <= crypto_pwhash_argon2id_MEMLIMIT_MAX;
}

PasswordHasher::PasswordHasher(PasswordCost cost) : cost_(cost) {
    CHECK_INVARIANT(is_possible(cost));
    start_sodium();
}

std::string PasswordHasher::hash(const Secret& password) const {
    const std::string_view text = password.reveal();
    std::array<char, crypto_pwhash_argon2id_STRBYTES> kept{};
    if (crypto_pwhash_argon2id_str(kept.data(), text.data(), text.size(), cost_.passes,
                                   cost_.memory_bytes) != 0) {
        throw std::bad_alloc();
    }
    return kept.data();
}

bool PasswordHasher::verify(const Secret& password, const std::string& kept_line) const {
    const auto kept = read_kept_password(kept_line);
    if (!kept) throw std::runtime_error("a password hash in the store is damaged");
    const std::string_view text = password.reveal();
    std::array<std::uint8_t, sizeof(kept->hash)> hash{};
    if (crypto_pwhash_argon2id(hash.data(), hash.size(), text.data(), text.size(),
                               kept->salt.data(), kept->cost.passes, kept->cost.memory_bytes,
                               crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return sodium_memcmp(hash.data(), kept->hash.data(), hash.size()) == 0;
}

bool PasswordHasher::verify_against_nobody(const Secret& password) const {
    static_cast<void>(hash(password));
    return false;
}

}  // namespace palette::auth
