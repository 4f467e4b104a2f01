#include "palettes/core/slugs.hpp"

#include "registry.hpp"

#include <set>

using namespace palette;
using namespace palette::test;

TEST_CASE("a slug is made of what a title has of ASCII letters and digits") {
    const struct {
        std::string title;
        std::string_view slug;
    } cases[] = {
        {"Sea Glass", "sea-glass"},
        {"  --Sea   Glass!? ", "sea-glass"},
        {"50 Shades: Gray/Grey", "50-shades-gray-grey"},
        {"Café", "caf"},
        {"日本の伝統色", "palette"},
        {"-", "palette"},
        {"\x1b[31mred", "31mred"},
        {std::string(80, 'a'), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
        {std::string(63, 'a') + " b",
         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
    };
    for (const auto& one : cases) {
        INFO(one.title);
        CHECK(palettes::slug_of(*api::Title::from(one.title)).text() == one.slug);
    }
}

TEST_CASE("a thousand palettes of one title have a thousand slugs, numbered in order") {
    Registry registry;
    for (int i = 1; i <= 1'000; ++i) {
        const auto made = registry.create(registry.alice, titled("Sea Glass"));
        REQUIRE(made);
        REQUIRE(made->slug.text() == (i == 1 ? "sea-glass" : "sea-glass-" + std::to_string(i)));
    }
    CHECK(registry.list_all({.limit = 200}).size() == 1'000);
}

TEST_CASE("a number that was taken by hand is passed over") {
    Registry registry;
    auto second = titled("Another");
    second.slug = api::Slug("sea-glass-2");
    REQUIRE(registry.create(registry.alice, second));
    REQUIRE(registry.create(registry.alice, titled("Sea Glass")));
    CHECK(registry.create(registry.alice, titled("Sea Glass"))->slug.text() == "sea-glass-3");
    CHECK(registry.create(registry.bob, titled("Sea Glass"))->slug.text() == "sea-glass");
}

TEST_CASE("a numbered slug of a long title stays within 64 characters") {
    Registry registry;
    std::set<std::string> slugs;
    for (int i = 0; i < 120; ++i) {
        const auto made = registry.create(registry.alice, titled(std::string(80, 'a')));
        REQUIRE(made);
        CHECK(made->slug.text().size() == 64);
        slugs.insert(made->slug.text());
    }
    CHECK(slugs.size() == 120);
}
