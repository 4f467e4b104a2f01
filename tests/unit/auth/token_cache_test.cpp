#include "auth/token_cache.hpp"

#include "auth/token.hpp"
#include "catch.hpp"
#include "sample.hpp"

using namespace palette;
using namespace palette::auth;
using namespace std::chrono_literals;

namespace {

Claims in_session(char digit) {
    Claims claims = sample::alice();
    claims.session_id.fill(static_cast<std::uint8_t>(digit));
    return claims;
}

}  // namespace

TEST_CASE("a cached token is found by its whole text only") {
    TokenCache cache;
    cache.put("token", sample::alice());
    REQUIRE(cache.find("token", sample::issued) != nullptr);
    CHECK(*cache.find("token", sample::issued) == sample::alice());
    CHECK(cache.find("toke", sample::issued) == nullptr);
    CHECK(cache.find("token ", sample::issued) == nullptr);
}

TEST_CASE("a cached token ends when a verified one would, and leaves the cache") {
    TokenCache cache;
    cache.put("token", sample::alice());
    const Timestamp end = sample::expires + leeway;
    CHECK(cache.find("token", end + -1ms) != nullptr);
    CHECK(cache.find("token", end) == nullptr);
    CHECK(cache.size() == 0);
}

TEST_CASE("a full cache gives up the oldest token, whether or not it was used since") {
    TokenCache cache(3);
    cache.put("first", in_session('1'));
    cache.put("second", in_session('2'));
    cache.put("third", in_session('3'));
    CHECK(cache.find("first", sample::issued) != nullptr);
    cache.put("fourth", in_session('4'));
    CHECK(cache.size() == 3);
    CHECK(cache.find("first", sample::issued) == nullptr);
    CHECK(cache.find("second", sample::issued) != nullptr);
    CHECK(cache.find("fourth", sample::issued) != nullptr);
}

TEST_CASE("a token put in twice is there once, as it was put in last") {
    TokenCache cache(2);
    cache.put("token", in_session('1'));
    cache.put("token", in_session('2'));
    CHECK(cache.size() == 1);
    REQUIRE(cache.find("token", sample::issued) != nullptr);
    CHECK(*cache.find("token", sample::issued) == in_session('2'));
}

TEST_CASE("a cache stays within its limit and in step with itself through much use") {
    TokenCache cache(100);
    for (int i = 0; i < 10'000; ++i)
        cache.put(std::to_string(i % 300), in_session(static_cast<char>('0' + i % 10)));
    CHECK(cache.size() == 100);
    for (int i = 0; i < 300; ++i) {
        const Claims* found = cache.find(std::to_string(i), sample::expires + leeway);
        CHECK(found == nullptr);
    }
    CHECK(cache.size() == 0);
}
