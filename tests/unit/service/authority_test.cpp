#include "service/authority.hpp"

#include "auth/encoding.hpp"
#include "catch.hpp"
#include "eventually.hpp"
#include "manual_clock.hpp"

#include <atomic>
#include <future>
#include <thread>
#include <vector>

using namespace palette;
using namespace palette::test;

namespace {

struct Signer {
    SystemRandom random;
    auth::SigningKey key = auth::SigningKey::generate(random);
    ManualClock clock;

    [[nodiscard]] auth::KeySet keys() const {
        const auth::PublicKey one = key.public_key();
        return *auth::KeySet::of({&one, 1});
    }
    [[nodiscard]] std::string token() const {
        return auth::sign({.user_id = 7,
                           .username = "alice",
                           .session_id = *auth::from_hex<16>("000102030405060708090a0b0c0d0e0f"),
                           .issued_at = clock.now(),
                           .expires_at = clock.now() + std::chrono::minutes(15)},
                          key);
    }
};

}  // namespace

TEST_CASE("a token is known once it was verified, until it ends") {
    Signer signer;
    service::Authority authority;
    authority.use_keys(signer.keys());
    const std::string token = signer.token();
    CHECK(authority.cached(token, signer.clock.now()) == nullptr);
    const auto claims = authority.verify(token, signer.clock.now());
    REQUIRE(claims);
    authority.remember(token, *claims);
    CHECK(authority.cached(token, signer.clock.now()) != nullptr);
    signer.clock.advance(std::chrono::minutes(16));
    CHECK(authority.cached(token, signer.clock.now()) == nullptr);
    CHECK_FALSE(service::Authority::judge_form(token, signer.clock.now()));
}

TEST_CASE("keys are asked for when a token names one that is not known, but not at once again") {
    Signer signer;
    service::Authority authority;
    int asked = 0;
    bool answers = false;
    authority.fetch_unknown_keys_with([&]() -> std::optional<auth::KeySet> {
        ++asked;
        if (!answers) return std::nullopt;
        return signer.keys();
    });
    const std::string token = signer.token();
    const auto verify = [&] { return authority.verify(token, signer.clock.now()); };
    CHECK(verify().error().kind == ErrorKind::unavailable);
    answers = true;
    CHECK(verify().error().kind == ErrorKind::unavailable);
    CHECK(asked == 1);
    CHECK(eventually([&] { return verify().has_value(); }));
    CHECK(verify());
    CHECK(asked == 2);
}

TEST_CASE("a key that nobody has is unauthenticated, and asked for once a second at most") {
    Signer signer;
    const Signer forger;
    service::Authority authority;
    int asked = 0;
    authority.fetch_unknown_keys_with([&] {
        ++asked;
        return std::optional(signer.keys());
    });
    for (int i = 0; i < 10; ++i) {
        CHECK(authority.verify(forger.token(), signer.clock.now()).error().kind ==
              ErrorKind::unauthenticated);
    }
    CHECK(asked == 1);
}

TEST_CASE("who comes while keys are being asked for is answered by them too") {
    Signer signer;
    service::Authority authority;
    std::promise<void> asked;
    std::promise<void> answer;
    authority.fetch_unknown_keys_with([&] {
        asked.set_value();
        answer.get_future().get();
        return std::optional(signer.keys());
    });
    const std::string token = signer.token();
    std::atomic<int> good = 0;
    const auto verify = [&] {
        if (authority.verify(token, signer.clock.now())) ++good;
    };
    std::vector<std::thread> threads;
    threads.emplace_back(verify);
    asked.get_future().get();
    for (int i = 0; i < 3; ++i)
        threads.emplace_back(verify);
    answer.set_value();
    for (std::thread& thread : threads)
        thread.join();
    CHECK(good == 4);
}
