#include "auth/kept_password.hpp"

#include "catch.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <new>
#include <stdexcept>

using namespace palette::auth;

namespace {

constexpr PasswordCost least_cost{.memory_bytes = std::size_t{8} * 1024, .passes = 1};

Secret secret(std::string text) {
    return Secret(std::move(text));
}

// "correct horse" at m=64,t=2, hashed by another implementation (pyca/cryptography); at any other
// cost, a line of the right form that no password fits.
std::string line_of(std::string_view cost) {
    return "$argon2id$v=19$" + std::string(cost) +
           "$c2VhIGdsYXNzIHNhbHQhIQ$4B7qnp0eHNkOONDwr/WhURhGJPBIX5Q+C9mAmi5Yu1I";
}

// Lets this process have no more than `room` bytes of address space beyond what it has.
class LimitedMemory {
  public:
    explicit LimitedMemory(std::uint64_t room) {
        std::uint64_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        const auto page_bytes = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
        REQUIRE(getrlimit(RLIMIT_AS, &before_) == 0);
        const rlimit less{pages * page_bytes + room, before_.rlim_max};
        REQUIRE(setrlimit(RLIMIT_AS, &less) == 0);
    }
    ~LimitedMemory() { static_cast<void>(setrlimit(RLIMIT_AS, &before_)); }
    LimitedMemory(const LimitedMemory&) = delete;
    LimitedMemory& operator=(const LimitedMemory&) = delete;

  private:
    rlimit before_{};
};

}  // namespace

TEST_CASE("a password is verified against what another implementation kept of it") {
    const PasswordHasher hasher(least_cost);
    CHECK(hasher.verify(secret("correct horse"), line_of("m=64,t=2,p=1")));
    CHECK_FALSE(hasher.verify(secret("correct horsf"), line_of("m=64,t=2,p=1")));
    CHECK_FALSE(hasher.verify(secret("correct horse"), line_of("m=64,t=1,p=1")));
}

TEST_CASE("want of memory is not taken for a wrong password") {
    constexpr std::uint64_t tib = std::uint64_t{1} << 40U;
    const std::string costs_four_tib = line_of("m=4294967295,t=1,p=1");
    const PasswordHasher hasher(least_cost);
    const PasswordHasher greedy({.memory_bytes = 4 * tib - 1024, .passes = 1});
    const LimitedMemory limited(tib);
    CHECK_THROWS_AS(hasher.verify(secret("correct horse"), costs_four_tib), std::bad_alloc);
    CHECK_THROWS_AS(greedy.hash(secret("correct horse")), std::bad_alloc);
    CHECK_THROWS_AS(greedy.verify_against_nobody(secret("correct horse")), std::bad_alloc);
}

TEST_CASE("a damaged hash is not taken for a wrong password") {
    const PasswordHasher hasher(least_cost);
    const std::string good = line_of("m=64,t=2,p=1");
    const std::string kept = GENERATE_COPY(
        std::string(), std::string("correct horse"), good.substr(0, 20), good.substr(1), "x" + good,
        good + "A", good.substr(0, good.size() - 1), "$argon2i" + good.substr(9),
        good.substr(0, good.size() - 1) + "!",
        good.substr(0, good.size() - 44) + "A" + good.substr(good.size() - 43), line_of(""),
        line_of("m=64,t=2,p=2"), line_of("m=64,t=2"), line_of("m=7,t=2,p=1"),
        line_of("m=64,t=0,p=1"), line_of("m=064,t=2,p=1"), line_of("m=64,t=,p=1"),
        line_of("m=,t=,p=1"), line_of("t=2,m=64,p=1"), line_of("m=4294967296,t=2,p=1"),
        line_of("m=64,t=4294967296,p=1"), line_of("m=18446744073709551615,t=2,p=1"));
    CAPTURE(kept);
    CHECK_THROWS_AS(hasher.verify(secret("correct horse"), kept), std::runtime_error);
}
