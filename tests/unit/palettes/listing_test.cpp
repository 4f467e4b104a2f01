#include "palettes/core/listing.hpp"

#include "registry.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::test;

namespace {

using Refs = std::vector<std::string>;

struct Tagged : Registry {
    void publish(const service::Caller& who, std::string_view title, api::Tags tags,
                 api::Visibility visibility = api::Visibility::public_) {
        auto wanted = titled(title);
        wanted.tags = std::move(tags);
        wanted.visibility = visibility;
        REQUIRE(create(who, wanted));
    }
};

const api::Tag calm("calm");
const api::Tag blue("blue");

}  // namespace

TEST_CASE("a tag finds palettes of everybody, or of one person, and hides what is private") {
    Tagged registry;
    registry.publish(registry.alice, "a", {calm, blue});
    registry.publish(registry.bob, "b", {calm});
    registry.publish(registry.alice, "c", {calm}, api::Visibility::private_);
    registry.publish(registry.alice, "d", {api::Tag("calmer")});
    for (const auto sort : {api::PaletteOrder::new_, api::PaletteOrder::name}) {
        const auto found = [&](std::optional<api::Username> user, const api::Tag& tag,
                               const std::optional<service::Caller>& who) {
            auto refs = registry.list_all({.user = std::move(user), .tag = tag, .sort = sort}, who);
            std::ranges::sort(refs);
            return refs;
        };
        const api::Username alice("alice");
        CHECK(found({}, calm, {}) == Refs{"alice/a", "bob/b"});
        CHECK(found({}, calm, registry.bob) == Refs{"alice/a", "bob/b"});
        CHECK(found({}, calm, registry.alice) == Refs{"alice/a", "alice/c", "bob/b"});
        CHECK(found(alice, calm, {}) == Refs{"alice/a"});
        CHECK(found(alice, calm, registry.alice) == Refs{"alice/a", "alice/c"});
        CHECK(found({}, blue, {}) == Refs{"alice/a"});
        CHECK(found({}, api::Tag("cal"), {}).empty());
    }
}

TEST_CASE("the tag index follows edits") {
    Tagged registry;
    registry.publish(registry.alice, "a", {calm});
    REQUIRE(registry.update(registry.alice, {.ref{"1"}, .tags = api::Tags{blue}}));
    CHECK(registry.list_all({.tag = calm}).empty());
    CHECK(registry.list_all({.tag = blue}) == Refs{"alice/a"});
    REQUIRE(registry.update(registry.alice, {.ref{"1"}, .visibility = api::Visibility::private_}));
    CHECK(registry.list_all({.tag = blue}).empty());
    REQUIRE(registry.update(
        registry.alice, {.ref{"1"}, .tags = api::Tags{}, .visibility = api::Visibility::public_}));
    CHECK(registry.list_all({.tag = blue}).empty());
    CHECK(registry.list_all({}) == Refs{"alice/a"});
}

TEST_CASE("lists by name are in the order of references, also for who sees private ones") {
    Tagged registry;
    for (const char* title : {"c", "a", "b"}) {
        registry.publish(registry.bob, title, {});
        registry.publish(registry.alice, title, {calm},
                         *title == 'b' ? api::Visibility::private_ : api::Visibility::public_);
    }
    for (const auto limit : {api::Limit(1), api::Limit(2), api::Limit(200)}) {
        const api::ListPalettes by_name{.limit = limit, .sort = api::PaletteOrder::name};
        CHECK(registry.list_all(by_name) == Refs{"alice/a", "alice/c", "bob/a", "bob/b", "bob/c"});
        CHECK(registry.list_all(by_name, registry.alice).size() == 6);
        const api::ListPalettes of_bob{
            .user = api::Username("bob"), .limit = limit, .sort = api::PaletteOrder::name};
        CHECK(registry.list_all(of_bob) == Refs{"bob/a", "bob/b", "bob/c"});
    }
}

TEST_CASE("pages by tag join up, whatever other rows lie between") {
    Tagged registry;
    for (int i = 1; i <= 450; ++i) {
        const bool is_hidden = i % 3 == 0 || (i > 100 && i < 350);
        registry.publish(registry.alice, "p" + std::to_string(i), {i % 2 == 0 ? calm : blue},
                         is_hidden ? api::Visibility::private_ : api::Visibility::public_);
    }
    const auto expected = registry.list_all({.limit = 200, .tag = calm}).size();
    for (const auto limit : {api::Limit(1), api::Limit(7)}) {
        for (const auto sort : {api::PaletteOrder::new_, api::PaletteOrder::name}) {
            CHECK(registry.list_all({.limit = limit, .tag = calm, .sort = sort}).size() ==
                  expected);
            CHECK(registry.list_all({.limit = limit, .tag = calm, .sort = sort}, registry.alice)
                      .size() == 225);
        }
    }
}

TEST_CASE("a cursor of another order is refused") {
    Tagged registry;
    const store::ReadTxn txn = registry.store.read();
    for (const std::string_view text : {"17", "x", "alice", "alice/"}) {
        const auto refused = palettes::list(
            txn, {.after = api::Cursor::from(text), .sort = api::PaletteOrder::name}, {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().field == "after");
    }
    CHECK_FALSE(palettes::list(txn, {.after = api::Cursor("alice/a")}, {}));
}
