#include "palettes/core/palettes.hpp"

#include "registry.hpp"

using namespace palette;
using namespace palette::test;

TEST_CASE("a taken slug is refused and nothing is stored") {
    Registry registry;
    REQUIRE(registry.create(registry.alice, titled("Sea Glass")));
    auto again = titled("Another");
    again.slug = api::Slug("sea-glass");
    const auto refused = registry.create(registry.alice, again);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::already_exists);
    CHECK(refused.error().field == "slug");
    CHECK(registry.list_all({}).size() == 1);
    CHECK(registry.events() == 1);
    CHECK(registry.create(registry.bob, again));
}

TEST_CASE("what was created reads back as it was given") {
    Registry registry;
    auto wanted = titled("Sea \"Glass\" \x01 \u202e");
    wanted.description = *api::Description::from("quiet\nblues");
    wanted.tags = {api::Tag("calm"), api::Tag("blue")};
    wanted.credit = api::Credit{.license = api::CreditText("CC0-1.0")};
    const auto made = registry.create(registry.alice, wanted);
    REQUIRE(made);
    CHECK(made->title == wanted.title);
    CHECK(made->description == wanted.description);
    CHECK(made->tags == wanted.tags);
    CHECK(made->colors == wanted.colors);
    CHECK(made->credit == wanted.credit);
    CHECK(made->created_at == begin_of_time);
    CHECK(made->revision.value() == 1);
}

TEST_CASE("a palette that would not fit into an event is refused and nothing is stored") {
    Registry registry;
    std::vector<api::Swatch> many;
    // Raw, each is shorter than a request may be; written, a control character takes six bytes.
    const auto name = api::Title::from("x" + std::string(19, '\x01'));
    REQUIRE(name);
    for (int i = 0; i < 8'192; ++i)
        many.push_back({.hex = color::Color{}, .name = *name});
    auto wanted = titled("Large");
    wanted.colors = api::Colors(many);
    const auto refused = registry.create(registry.alice, wanted);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::invalid_argument);
    CHECK(refused.error().field == "colors");
    CHECK(registry.events() == 0);

    for (api::Swatch& swatch : many)
        swatch.name.reset();
    wanted.colors = api::Colors(many);
    CHECK(registry.create(registry.alice, wanted));
}

TEST_CASE("importing the same palette twice stores one") {
    Registry registry;
    const auto import = [&](const service::Caller& who, const api::ImportPalette& wanted) {
        const auto done = registry.store->write([&](store::WriteTxn& txn) {
            return palettes::import(txn, who, wanted, registry.store.clock.now());
        });
        REQUIRE(done);
        return *done;
    };
    api::ImportPalette wanted{.title = api::Title("Sea Glass"), .colors = colors({"#0b3954"})};
    CHECK(import(registry.alice, wanted).created);
    const auto again = import(registry.alice, wanted);
    CHECK_FALSE(again.created);
    CHECK(again.ref.text() == "alice/sea-glass");
    CHECK(registry.events() == 1);

    SECTION("but not when another person has it") {
        CHECK(import(registry.bob, wanted).created);
    }
    SECTION("but not when a color differs") {
        wanted.colors = colors({"#0b3955"});
        const auto other = import(registry.alice, wanted);
        CHECK(other.created);
        CHECK(other.ref.text() == "alice/sea-glass-2");
    }
}

TEST_CASE("a private palette is seen by its owner alone") {
    Registry registry;
    auto hidden = titled("Secret");
    hidden.visibility = api::Visibility::private_;
    REQUIRE(registry.create(registry.alice, hidden));
    REQUIRE(registry.create(registry.alice, titled("Open")));

    const store::ReadTxn txn = registry.store.read();
    const api::PaletteRef by_name("alice/secret");
    const api::PaletteRef by_number("1");
    const api::PaletteRef nowhere("alice/nowhere");
    for (const api::PaletteRef& ref : {by_name, by_number}) {
        CHECK(palettes::find_for(txn, ref, registry.alice));
        CHECK(palettes::find(txn, ref));
        for (const auto& who : {std::optional<service::Caller>{}, std::optional(registry.bob)}) {
            const auto refused = palettes::find_for(txn, ref, who);
            REQUIRE_FALSE(refused);
            // Word for word what is said of a palette that never was.
            auto same = palettes::find_for(txn, nowhere, who).error();
            same.message = "there is no palette " + ref.text();
            CHECK(refused.error().kind == same.kind);
            CHECK(refused.error().message == same.message);
            CHECK(refused.error().hint == same.hint);
            CHECK(refused.error().field == same.field);
        }
    }
    const std::vector<std::string> open{"alice/open"};
    const std::vector<std::string> both{"alice/open", "alice/secret"};
    const api::ListPalettes all{};
    const api::ListPalettes of_alice{.user = api::Username("alice")};
    for (const auto& wanted : {all, of_alice}) {
        CHECK(registry.list(wanted).refs == open);
        CHECK(registry.list(wanted, registry.bob).refs == open);
        CHECK(registry.list(wanted, registry.alice).refs == both);
    }
}

TEST_CASE("the event of a private palette is for daemons alone") {
    Registry registry;
    auto hidden = titled("Secret");
    hidden.visibility = api::Visibility::private_;
    REQUIRE(registry.create(registry.alice, titled("Open")));
    REQUIRE(registry.create(registry.alice, hidden));
    CHECK(registry.event(1).audience == api::Audience::public_);
    CHECK(registry.event(2).audience == api::Audience::daemons);
}

TEST_CASE("pages of a list join up, whatever private rows lie between") {
    Registry registry;
    std::vector<std::string> open;
    for (int i = 1; i <= 450; ++i) {
        auto wanted = titled("p" + std::to_string(i));
        // A run of them is longer than a page may visit.
        const bool is_hidden = i % 3 == 0 || (i > 100 && i < 350);
        if (is_hidden) wanted.visibility = api::Visibility::private_;
        REQUIRE(registry.create(registry.alice, wanted));
        if (!is_hidden) open.insert(open.begin(), "alice/p" + std::to_string(i));
    }
    for (const auto limit : {api::Limit(1), api::Limit(7), api::Limit(200)}) {
        CHECK(registry.list_all({.limit = limit}) == open);
        CHECK(registry.list_all({.user = api::Username("alice"), .limit = limit}) == open);
        CHECK(registry.list_all({.limit = limit}, registry.alice).size() == 450);
    }
    CHECK(registry.list_all({.user = api::Username("bob")}).empty());
}

TEST_CASE("a page keeps its place while palettes are added") {
    Registry registry;
    for (int i = 1; i <= 4; ++i)
        REQUIRE(registry.create(registry.alice, titled("p" + std::to_string(i))));
    const auto first = registry.list({.limit = 2});
    REQUIRE(registry.create(registry.alice, titled("p5")));
    const auto second = registry.list({.limit = 2, .after = first.next});
    CHECK(second.refs == std::vector<std::string>{"alice/p2", "alice/p1"});
    CHECK_FALSE(second.next);
}

TEST_CASE("a cursor that no page gave is refused") {
    Registry registry;
    const store::ReadTxn txn = registry.store.read();
    for (const std::string_view text : {"x", "-1", "1x", "1.5", "99999999999999999999", "+1"}) {
        const auto refused = palettes::list(txn, {.after = api::Cursor::from(text)}, {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::invalid_argument);
        CHECK(refused.error().field == "after");
    }
    CHECK(palettes::list(txn, {.user = api::Username("nobody1")}, {}).error().kind ==
          ErrorKind::not_found);
}
