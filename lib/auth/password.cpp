#include "auth/password.hpp"

#include "auth/common_passwords.hpp"
#include "auth/sodium.hpp"
#include "base/check.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <stdexcept>

namespace palette::auth {

namespace {

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_but_for_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

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
    if (same_but_for_case(text, username)) return refused("expected another than your own name");
    const bool is_common = std::ranges::any_of(
        common_passwords(), [&](auto common) { return same_but_for_case(text, common); });
    if (is_common) return refused("expected one that is not among the most common");
    return {};
}

PasswordHasher::PasswordHasher(PasswordCost cost) : cost_(cost) {
    CHECK_INVARIANT(cost.passes >= crypto_pwhash_argon2id_OPSLIMIT_MIN);
    CHECK_INVARIANT(cost.passes <= crypto_pwhash_argon2id_OPSLIMIT_MAX);
    CHECK_INVARIANT(cost.memory_bytes >= crypto_pwhash_argon2id_MEMLIMIT_MIN);
    CHECK_INVARIANT(cost.memory_bytes <= crypto_pwhash_argon2id_MEMLIMIT_MAX);
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

bool PasswordHasher::verify(const Secret& password, const std::string& kept) const {
    const std::string_view text = password.reveal();
    // libsodium has one answer for every failure; errno alone tells a wrong password from want of
    // memory, and a person must not be told that the password is wrong when it is not.
    errno = 0;
    if (crypto_pwhash_argon2id_str_verify(kept.c_str(), text.data(), text.size()) == 0) return true;
    if (errno == EINVAL) return false;
    if (errno == ENOMEM) throw std::bad_alloc();
    throw std::runtime_error("a password hash in the store is damaged");
}

bool PasswordHasher::verify_against_nobody(const Secret& password) const {
    static_cast<void>(hash(password));
    return false;
}

bool PasswordHasher::needs_rehash(const std::string& kept) const {
    return crypto_pwhash_argon2id_str_needs_rehash(kept.c_str(), cost_.passes,
                                                   cost_.memory_bytes) != 0;
}

}  // namespace palette::auth
