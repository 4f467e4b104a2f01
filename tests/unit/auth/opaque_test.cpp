#include "auth/opaque.hpp"

#include "auth/encoding.hpp"
#include "catch.hpp"

#include <algorithm>
#include <string>

using namespace palette;
using namespace palette::auth;

namespace {

class Zeros final : public Random {
  public:
    void fill(std::span<std::byte> out) override { std::ranges::fill(out, std::byte{0}); }
};

}  // namespace

TEST_CASE("a refresh token is its prefix and 32 random bytes in base64url") {
    Zeros zeros;
    CHECK(make_refresh_token(zeros).reveal() == "plr_" + std::string(43, 'A'));
    SystemRandom random;
    CHECK(make_refresh_token(random).reveal() != make_refresh_token(random).reveal());
}

TEST_CASE("a refresh token is kept as its BLAKE2b hash of 256 bits") {
    const auto hash = hash_refresh_token("plr_" + std::string(43, 'A'));
    REQUIRE(hash);
    CHECK(in_hex(*hash) == "f21e222da1fa8439198d0ee0de306c633f29568a5b9cabc98755cf19d9b9ce6e");
}

TEST_CASE("hashes are the same for the same token alone") {
    SystemRandom random;
    const Secret token = make_refresh_token(random);
    const auto hash = hash_refresh_token(token.reveal());
    REQUIRE(hash);
    CHECK(*hash == *hash_refresh_token(token.reveal()));
    CHECK(*hash != *hash_refresh_token(make_refresh_token(random).reveal()));
}

TEST_CASE("what cannot be a refresh token is refused without showing it") {
    const std::string text =
        GENERATE(as<std::string>{}, "", "plr_", "swordfish", "plr_" + std::string(42, 'A'),
                 "plr_" + std::string(44, 'A'), "plt_" + std::string(43, 'A'),
                 "plr_" + std::string(42, 'A') + "=", "plr_" + std::string(42, 'A') + "B",
                 "plr_" + std::string(42, 'A') + "\n", std::string(4096, 'A'));
    CAPTURE(text);
    const auto hash = hash_refresh_token(text);
    REQUIRE_FALSE(hash);
    CHECK(hash.error().kind == ErrorKind::unauthenticated);
    CHECK(hash.error().message == "this is not a refresh token of this registry");
}
