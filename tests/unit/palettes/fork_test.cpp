#include "registry.hpp"

using namespace palette;
using namespace palette::test;

namespace {

struct Forked : Registry {
    api::Palette origin = *create(alice, titled("Sea Glass"));
    api::Palette copy = *fork(bob, {.ref = origin.ref});

    std::optional<api::PaletteRef> origin_for(const std::optional<service::Caller>& who) {
        return get("bob/sea-glass", who)->forked_from;
    }
};

}  // namespace

TEST_CASE("a fork has the content of its origin, and points at it by the name it has now") {
    Forked registry;
    CHECK(registry.copy.ref.text() == "bob/sea-glass");
    CHECK(registry.copy.title == registry.origin.title);
    CHECK(registry.copy.colors == registry.origin.colors);
    CHECK(registry.copy.revision.value() == 1);
    CHECK(registry.copy.forked_from == registry.origin.ref);
    REQUIRE(registry.update(registry.alice,
                            {.ref = registry.origin.ref, .slug = api::Slug("renamed")}));
    CHECK(registry.origin_for({}) == api::PaletteRef("alice/renamed"));
    const store::ReadTxn txn = registry.store.read();
    const auto page = palettes::list(txn, {.user = api::Username("bob")}, {});
    REQUIRE(page);
    CHECK(api::read_json<api::Palette>(page->items[0].json())->forked_from ==
          api::PaletteRef("alice/renamed"));
}

TEST_CASE("an origin is named to those alone who may see it") {
    Forked registry;
    SECTION("it went private") {
        REQUIRE(registry.update(
            registry.alice, {.ref = registry.origin.ref, .visibility = api::Visibility::private_}));
        CHECK_FALSE(registry.origin_for({}));
        CHECK_FALSE(registry.origin_for(registry.bob));
        CHECK(registry.origin_for(registry.alice) == registry.origin.ref);
    }
    SECTION("it was deleted, and another one has its name") {
        REQUIRE(registry.remove(registry.alice, "alice/sea-glass"));
        REQUIRE(registry.create(registry.alice, titled("Sea Glass")));
        CHECK_FALSE(registry.origin_for(registry.alice));
    }
    SECTION("its owner left") {
        registry.close_account(registry.alice);
        CHECK_FALSE(registry.origin_for({}));
        registry.sweep();
        CHECK_FALSE(registry.origin_for({}));
    }
}

TEST_CASE("the events of a fork name no origin") {
    Forked registry;
    const auto data = api::read_json<api::PaletteCreated>(registry.last_event().data.text());
    REQUIRE(data);
    CHECK(data->palette.ref.text() == "bob/sea-glass");
    CHECK_FALSE(data->palette.forked_from);
}

TEST_CASE("a revision can be forked, and a private palette by its owner, privately") {
    Forked registry;
    REQUIRE(registry.update(registry.alice,
                            {.ref = registry.origin.ref, .title = api::Title("Sea Grass")}));
    const auto of_first =
        registry.fork(registry.bob, {.ref{"alice/sea-glass@1"}, .slug = api::Slug("first")});
    REQUIRE(of_first);
    CHECK(of_first->title.text() == "Sea Glass");
    REQUIRE(registry.update(registry.alice,
                            {.ref = registry.origin.ref, .visibility = api::Visibility::private_}));
    CHECK(registry.fork(registry.bob, {.ref = registry.origin.ref}).error().kind ==
          ErrorKind::not_found);
    const auto own = registry.fork(registry.alice, {.ref = registry.origin.ref});
    REQUIRE(own);
    CHECK(own->visibility == api::Visibility::private_);
    CHECK(registry.fork(registry.alice, {.ref = own->ref, .slug = own->slug}).error().kind ==
          ErrorKind::already_exists);
}
