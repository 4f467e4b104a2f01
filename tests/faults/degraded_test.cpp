#include "catch.hpp"
#include "family.hpp"
#include "log_audit.hpp"

namespace palette::test {

namespace {

// A family with one palette that everybody knows of.
struct Known {
    Known() {
        family.start_all();
        person = sign_up(client, "somebody");
        palette = wait_for_relays(client, *person);
    }
    [[nodiscard]] auto like(const api::PaletteRef& ref) {
        return client.call(api::LikePalette{.ref = ref}, person->options());
    }
    [[nodiscard]] auto publish(std::string_view title) {
        return client.call(palette_titled(title), person->options());
    }

    BareFamily family;
    rpc::Client client = family.connect();
    std::optional<Person> person;
    std::optional<api::Palette> palette;
};

TEST_CASE("without palette-popularityd palettes are as they were", "[degraded]") {
    Known known;
    known.family.kill(api::popularity_daemon);
    CHECK(known.publish("Another"));
    CHECK(known.client.call(api::GetPalette{.ref = known.palette->ref}));
    CHECK(known.client.call(api::ListPalettes{})->items.size() == 2);
    CHECK(read_log(known.client).size() >= 3);
    // Who has not spoken to it lately looks first, and need not wait.
    auto fresh = known.family.connect();
    const auto popular = fresh.call(api::ListPopular{});
    REQUIRE_FALSE(popular);
    CHECK(popular.error().kind == ErrorKind::unavailable);
    CHECK(popular.error().message == "palette-popularityd is not running");
}

TEST_CASE("without palette-brokerd people publish and like, and it hears of it later",
          "[degraded]") {
    Known known;
    known.family.kill(api::broker_daemon);
    const auto made = known.publish("Unheard");
    REQUIRE(made);
    const auto liked = known.like(made->ref);
    REQUIRE(liked);
    CHECK(liked->likes.value() == 1);
    CHECK(popular(known.client).at(made->id.value()) == 1);
    known.family.start(api::broker_daemon);
    Ledger acknowledged;
    acknowledged.published(*made);
    acknowledged.told({made->id.value(), known.person->id}, Ledger::Opinion::likes);
    audit(known.client, *known.person, acknowledged);
}

TEST_CASE("without paletted likes of known palettes go on, of unknown ones are put off",
          "[degraded]") {
    Known known;
    known.family.kill(api::palettes_daemon);
    CHECK(popular(known.client).size() == 1);
    const auto unliked =
        known.client.call(api::UnlikePalette{.ref = known.palette->ref}, known.person->options());
    REQUIRE(unliked);
    CHECK(unliked->changed);
    const auto liked = known.like(known.palette->ref);
    REQUIRE(liked);
    CHECK(liked->likes.value() == 1);
    const auto unknown = known.like(api::PaletteRef("nobody/nothing"));
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().kind == ErrorKind::unavailable);
    known.family.start(api::palettes_daemon);
    CHECK(known.like(api::PaletteRef("nobody/nothing")).error().kind == ErrorKind::not_found);
}

TEST_CASE("palette-popularityd knows signed-in people after a restart without paletted",
          "[degraded]") {
    Known known;
    known.family.kill(api::palettes_daemon);
    known.family.kill(api::popularity_daemon);
    known.family.start(api::popularity_daemon);
    CHECK(known.like(known.palette->ref));
}

TEST_CASE("a token whose key nobody can be asked for is put off, not refused", "[degraded]") {
    BareFamily family;
    family.start(api::palettes_daemon);
    auto client = family.connect();
    const Person person = sign_up(client, "stranger");
    family.kill(api::palettes_daemon);
    family.start(api::popularity_daemon);
    const auto liked = client.call(api::LikePalette{.ref = api::PaletteRef("1")}, person.options());
    REQUIRE_FALSE(liked);
    CHECK(liked.error().kind == ErrorKind::unavailable);
}

}  // namespace

}  // namespace palette::test
