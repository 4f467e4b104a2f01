#include "catch.hpp"
#include "family.hpp"
#include "length.hpp"
#include "log_audit.hpp"
#include "writers.hpp"

namespace palette::test {

namespace {

// Enough for every writer to be in the midst of something.
constexpr std::size_t writes_between = 60;

void check_survives(const api::Daemon& killed) {
    BareFamily family;
    family.start_all();
    Writers writers(family);
    for (int i = 0; i < cycles(5); ++i) {
        writers.let_write(writes_between);
        family.kill(killed);
        family.start(killed);
    }
    writers.let_write(writes_between);
    const Ledger acknowledged = writers.stop();
    CHECK(writers.complaints() == std::vector<std::string>{});
    auto client = family.connect();
    audit(client, writers.first(), acknowledged);
}

TEST_CASE("paletted killed under load loses nothing that it acknowledged", "[kill]") {
    check_survives(api::palettes_daemon);
}

TEST_CASE("palette-popularityd killed under load loses nothing that it acknowledged", "[kill]") {
    check_survives(api::popularity_daemon);
}

TEST_CASE("palette-brokerd killed under load loses and doubles no event", "[kill]") {
    check_survives(api::broker_daemon);
}

TEST_CASE("all daemons killed in turn under load agree again by themselves", "[kill]") {
    BareFamily family;
    family.start_all();
    Writers writers(family);
    for (int i = 0; i < cycles(3); ++i) {
        for (const api::Daemon* daemon : api::family) {
            writers.let_write(writes_between);
            family.kill(*daemon);
            family.start(*daemon);
        }
    }
    const Ledger acknowledged = writers.stop();
    CHECK(writers.complaints() == std::vector<std::string>{});
    auto client = family.connect();
    audit(client, writers.first(), acknowledged);
}

TEST_CASE("a consumer that was killed catches up by itself", "[kill]") {
    BareFamily family;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "reader");
    const auto liked_before = wait_for_relays(client, person);
    family.kill(api::popularity_daemon);
    const auto head = [&] {
        const auto position = client.call(api::LocateEvents{});
        return position ? position->head.value() : 0;
    };
    const std::uint64_t before = head();
    const auto made = client.call(palette_titled("Made meanwhile"), person.options());
    REQUIRE(made);
    REQUIRE(eventually([&] { return head() > before; }));
    family.start(api::popularity_daemon);
    // With paletted away, a like works for what the events told of, and for nothing else.
    family.kill(api::palettes_daemon);
    CHECK(eventually([&] {
        return client.call(api::LikePalette{.ref = made->ref}, person.options()).has_value();
    }));
    CHECK(popular(client).contains(liked_before.id.value()));
}

}  // namespace

}  // namespace palette::test
