#include "catch.hpp"
#include "family.hpp"
#include "length.hpp"
#include "log_audit.hpp"

namespace palette::test {

namespace {

// Publishes a palette, once the daemon is there; its number.
std::uint64_t publish(rpc::Client& client, const Person& person, int number) {
    const auto made =
        client.call(palette_titled("Number " + std::to_string(number)), person.options());
    if (!made) FAIL(made.error().message);
    return made->id.value();
}

void like(rpc::Client& client, const Person& person, std::uint64_t palette) {
    const auto liked = client.call(
        api::LikePalette{.ref = *api::PaletteRef::from(std::to_string(palette))}, person.options());
    if (!liked) FAIL(liked.error().message);
}

TEST_CASE("what is written while the broker is down arrives once, in order", "[relay]") {
    BareFamily family;
    family.start(api::palettes_daemon);
    family.start(api::popularity_daemon);
    auto client = family.connect();
    const Person person = sign_up(client, "early");
    // More than a batch of events.
    constexpr int palettes = 300;
    Ledger acknowledged;
    for (int i = 0; i < palettes; ++i) {
        const std::uint64_t made = publish(client, person, i);
        like(client, person, made);
        acknowledged.told({made, person.id}, Ledger::Opinion::likes);
    }
    family.start(api::broker_daemon);
    audit(client, person, acknowledged);
    CHECK(recount(read_log(client)).titles.size() == palettes + 1);
}

TEST_CASE("a broker killed right after a write loses and doubles nothing", "[relay]") {
    BareFamily family;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "quick");
    const int times = cycles(15);
    for (int i = 0; i < times; ++i) {
        publish(client, person, i);
        family.kill(api::broker_daemon);
        family.start(api::broker_daemon);
    }
    audit(client, person, {});
    CHECK(recount(read_log(client)).titles.size() == static_cast<std::size_t>(times) + 1);
}

TEST_CASE("a source killed before its relay hands over everything later", "[relay]") {
    BareFamily family;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "sudden");
    const int times = cycles(10);
    for (int i = 0; i < times; ++i) {
        family.kill(api::broker_daemon);
        like(client, person, publish(client, person, i));
        family.kill(api::palettes_daemon);
        family.kill(api::popularity_daemon);
        family.start_all();
    }
    audit(client, person, {});
    const Recount counted = recount(read_log(client));
    CHECK(counted.titles.size() == static_cast<std::size_t>(times) + 1);
    CHECK(counted.likes().size() == static_cast<std::size_t>(times) + 1);
}

}  // namespace

}  // namespace palette::test
