#include "auth/password.hpp"

#include "auth/common_passwords.hpp"
#include "catch.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::auth;

namespace {

// As little work as Argon2id can do.
constexpr PasswordCost least_cost{.memory_bytes = std::size_t{8} * 1024, .passes = 1};

Secret secret(std::string text) {
    return Secret(std::move(text));
}

}  // namespace

TEST_CASE("a new password within the rules is taken") {
    const std::string text =
        GENERATE(as<std::string>{}, "correct horse", "8 bytes!", std::string(1024, 'x'),
                 "\xF0\x9F\x8E\xA8\xF0\x9F\x8E\xA8", std::string("a\0b\0c\0d\0", 8), "alice-alice");
    CAPTURE(text);
    CHECK(check_new_password(secret(text), "alice"));
}

TEST_CASE("a new password outside the rules is refused without showing it") {
    struct Row {
        std::string password;
        std::string message;
    };
    const auto row =
        GENERATE(Row{"", "password: expected 8 to 1024 bytes, not 0"},
                 Row{"7bytes!", "password: expected 8 to 1024 bytes, not 7"},
                 Row{std::string(1025, 'x'), "password: expected 8 to 1024 bytes, not 1025"},
                 Row{"password", "password: expected one that is not among the most common"},
                 Row{"PassWord123", "password: expected one that is not among the most common"},
                 Row{"1q2w3e4r", "password: expected one that is not among the most common"},
                 Row{"marguerite", "password: expected another than your own name"},
                 Row{"Marguerite", "password: expected another than your own name"});
    CAPTURE(row.password);
    const auto outcome = check_new_password(secret(row.password), "marguerite");
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().kind == ErrorKind::invalid_argument);
    CHECK(outcome.error().field == "password");
    CHECK(outcome.error().message == row.message);
}

TEST_CASE("every common password is listed once, in lower case, and long enough to matter") {
    const auto all = common_passwords();
    CHECK(std::ranges::adjacent_find(all, std::ranges::greater_equal{}) == all.end());
    for (const auto common : all) {
        CAPTURE(common);
        CHECK(common.size() >= least_password_bytes);
        CHECK(std::ranges::none_of(common, [](char c) { return c >= 'A' && c <= 'Z'; }));
    }
}

TEST_CASE("a password is verified against its own hash and no other is") {
    const PasswordHasher hasher(least_cost);
    const std::string kept = hasher.hash(secret("correct horse"));
    CHECK(kept.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
    CHECK(hasher.verify(secret("correct horse"), kept));
    CHECK_FALSE(hasher.verify(secret("correct horsf"), kept));
    CHECK_FALSE(hasher.verify(secret("Correct horse"), kept));
    CHECK_FALSE(hasher.verify(secret(""), kept));
    CHECK_FALSE(hasher.verify(secret(std::string("correct horse\0", 14)), kept));
}

TEST_CASE("one password hashed twice gives two hashes") {
    const PasswordHasher hasher(least_cost);
    CHECK(hasher.hash(secret("correct horse")) != hasher.hash(secret("correct horse")));
}

TEST_CASE("nobody's password is never right") {
    CHECK_FALSE(PasswordHasher(least_cost).verify_against_nobody(secret("correct horse")));
}

TEST_CASE("a hash is verified at the cost it was made with, whatever the hasher's") {
    const PasswordHasher cheap(least_cost);
    const PasswordHasher dear({.memory_bytes = std::size_t{16} * 1024, .passes = 2});
    const std::string kept = cheap.hash(secret("correct horse"));
    CHECK(dear.verify(secret("correct horse"), kept));
}

TEST_CASE("unless told otherwise a hash costs 64 MiB and three passes") {
    const PasswordHasher hasher;
    const std::string kept = hasher.hash(secret("correct horse"));
    CHECK(kept.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
    CHECK(hasher.verify(secret("correct horse"), kept));
}
