// A store copied while its daemon is down, and put back after that has gone on: as an operator does
// it, with the programs themselves. tests/integration/restored_test.cpp looks into the details.
#include "catch.hpp"
#include "family.hpp"
#include "file_births.hpp"
#include "person.hpp"

#include <filesystem>

namespace palette::test {

namespace {

constexpr std::uint64_t passed_over = std::uint64_t{1} << 20;

}  // namespace

TEST_CASE("paletted put back from a copy begins anew before it answers anybody", "[restored]") {
    BareFamily family;
    if (!keeps_births(family.home().data)) return;
    family.start(api::palettes_daemon);
    auto client = family.connect();
    const Person alice = sign_up(client, "alice");
    family.kill(api::palettes_daemon);
    const auto store = family.home().store(api::palettes_daemon.name);
    const auto copy = store.string() + ".copy";
    std::filesystem::copy(store, copy, std::filesystem::copy_options::recursive);
    family.start(api::palettes_daemon);
    const Person bob = sign_up(client, "bob");
    CHECK(bob.id == alice.id + 1);
    CHECK(client.call(api::WhoAmI{}, alice.options()));

    family.kill(api::palettes_daemon);
    std::filesystem::remove_all(store);
    std::filesystem::rename(copy, store);
    family.start(api::palettes_daemon);
    for (const Person* person : {&alice, &bob}) {
        const auto refused = client.call(api::WhoAmI{}, person->options());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::unauthenticated);
    }
    const Person carol = sign_up(client, "carol");
    CHECK(carol.id > passed_over);
    CHECK_THAT(family.log_of(api::palettes_daemon), Catch::Contains("store.put_back"));

    // Once: neither a kill nor setting it aside for a while makes it another store.
    family.kill(api::palettes_daemon);
    std::filesystem::rename(store, copy);
    std::filesystem::rename(copy, store);
    family.start(api::palettes_daemon);
    CHECK(client.call(api::WhoAmI{}, carol.options()));
    CHECK(family.stop(api::palettes_daemon).how == "ended with code 0");
    CHECK(family.verify(api::palettes_daemon) == "ended with code 0");
}

}  // namespace palette::test
