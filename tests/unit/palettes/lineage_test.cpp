#include "palettes/core/lineage.hpp"

#include "palettes/migrations.hpp"
#include "registry.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::test;

namespace {

using Refs = std::vector<std::string>;

Refs refs_of(const auto& relatives) {
    Refs refs;
    for (const api::Relative& one : relatives)
        refs.push_back(one.ref.text());
    return refs;
}

// alice/first, of which bob makes bob/second, of which alice makes alice/third.
struct Line : Registry {
    api::Palette first = *create(alice, titled("First"));
    api::Palette second = *fork(bob, {.ref = first.ref, .slug = api::Slug("second")});
    api::Palette third = *fork(alice, {.ref = second.ref, .slug = api::Slug("third")});

    api::Lineage lineage(const api::GetLineage& wanted,
                         const std::optional<service::Caller>& who = {}) {
        const auto found = palettes::lineage_of(store.read(), wanted, who);
        REQUIRE(found);
        return *found;
    }
    Refs ancestors(std::string_view ref, const std::optional<service::Caller>& who = {}) {
        return refs_of(lineage({.ref = *api::PaletteRef::from(ref)}, who).ancestors);
    }
    Refs forks(std::string_view ref, const std::optional<service::Caller>& who = {}) {
        return refs_of(lineage({.ref = *api::PaletteRef::from(ref)}, who).items);
    }
    void hide(const service::Caller& owner, const api::PaletteRef& ref) {
        REQUIRE(update(owner, {.ref = ref, .visibility = api::Visibility::private_}));
    }
};

}  // namespace

TEST_CASE("a lineage goes from the origin to the first, and names the forks") {
    Line line;
    const api::Lineage of_second = line.lineage({.ref = line.second.ref});
    CHECK(of_second.palette.ref == line.second.ref);
    CHECK(of_second.palette.title == line.second.title);
    CHECK(of_second.palette.forked_from == line.first.ref);
    CHECK(refs_of(of_second.ancestors) == Refs{"alice/first"});
    CHECK(refs_of(of_second.items) == Refs{"alice/third"});
    CHECK(of_second.items[0].forked_from == line.second.ref);
    CHECK_FALSE(of_second.ancestors[0].forked_from);
    CHECK(line.ancestors("alice/third") == Refs{"bob/second", "alice/first"});
    CHECK(line.forks("alice/third").empty());
    CHECK(line.forks("alice/first") == Refs{"bob/second"});
}

TEST_CASE("names in a lineage are those that palettes have now") {
    Line line;
    REQUIRE(line.update(line.bob, {.ref = line.second.ref, .slug = api::Slug("renamed")}));
    CHECK(line.ancestors("alice/third") == Refs{"bob/renamed", "alice/first"});
    CHECK(line.forks("alice/first") == Refs{"bob/renamed"});
}

TEST_CASE("a private palette is in nobody's lineage but its owner's") {
    Line line;
    line.hide(line.bob, line.second.ref);
    // As if it were gone: nobody learns that the line goes on behind it.
    CHECK(line.ancestors("alice/third").empty());
    CHECK_FALSE(line.lineage({.ref = line.third.ref}, line.alice).palette.forked_from);
    CHECK(line.forks("alice/first", line.alice).empty());
    CHECK(line.forks("alice/first", line.bob) == Refs{"bob/second"});
    CHECK(line.ancestors("alice/third", line.bob) == Refs{"bob/second", "alice/first"});
    const auto hidden =
        palettes::lineage_of(line.store.read(), {.ref = line.second.ref}, line.alice);
    REQUIRE_FALSE(hidden);
    CHECK(hidden.error().kind == ErrorKind::not_found);
}

TEST_CASE("a palette that is gone is in no lineage, nor is one of somebody who left") {
    Line line;
    SECTION("it was deleted") {
        REQUIRE(line.remove(line.bob, "bob/second"));
    }
    SECTION("its owner left") {
        line.close_account(line.bob);
        SECTION("and is not swept yet") {}
        SECTION("and was swept") {
            line.sweep();
            CHECK(line.store.read().count_rows(palettes::forks_of) == 1);
        }
    }
    CHECK(line.ancestors("alice/third", line.alice).empty());
    CHECK(line.forks("alice/first", line.alice).empty());
}

TEST_CASE("forks come newest first, page by page, also where private ones are between") {
    Line line;
    Refs expected{"bob/second"};
    for (int i = 0; i < 30; ++i) {
        const auto made = line.fork(line.alice, {.ref = line.first.ref});
        REQUIRE(made);
        if (i % 3 == 0) {
            line.hide(line.alice, made->ref);
        } else {
            expected.insert(expected.begin(), made->ref.text());
        }
    }
    Refs found;
    api::GetLineage wanted{.ref = line.first.ref, .limit = 7};
    do {
        const api::Lineage page = line.lineage(wanted);
        CHECK(page.items.size() <= 7);
        for (const std::string& ref : refs_of(page.items))
            found.push_back(ref);
        wanted.after = page.next;
    } while (wanted.after);
    CHECK(found == expected);
    CHECK(palettes::lineage_of(line.store.read(),
                               {.ref = line.first.ref, .after = api::Cursor("x")}, {})
              .error()
              .field == "after");
}

TEST_CASE("a long line is told in parts, each of which says where it goes on") {
    Registry registry;
    api::PaletteRef newest = registry.create(registry.alice, titled("0"))->ref;
    constexpr std::size_t generations = api::most_ancestors + 5;
    for (std::size_t i = 0; i < generations; ++i)
        newest = registry.fork(registry.alice, {.ref = newest})->ref;
    const auto near = palettes::lineage_of(registry.store.read(), {.ref = newest}, {});
    REQUIRE(near->ancestors.size() == api::most_ancestors);
    const auto& last = near->ancestors.back();
    REQUIRE(last.forked_from);
    const auto far = palettes::lineage_of(registry.store.read(), {.ref = *last.forked_from}, {});
    CHECK(near->ancestors.size() + 1 + far->ancestors.size() == generations);
    CHECK_FALSE(far->ancestors.back().forked_from);
}

TEST_CASE("a store that knew no forks by their origin learns them") {
    Line line;
    const auto origins = [&] {
        const store::ReadTxn txn = line.store.read();
        std::vector<std::uint64_t> found;
        for (const auto& [key, facts] : txn.scan(palettes::forks_of))
            found.push_back(std::get<0>(key));
        return found;
    };
    const auto before = origins();
    REQUIRE(line.store->write([](store::WriteTxn& txn) {
        while (const auto row = txn.first(palettes::forks_of))
            txn.erase(palettes::forks_of, row->key);
    }));
    CHECK(line.forks("alice/first").empty());
    REQUIRE(line.store->write([](store::WriteTxn& txn) { palettes::index_forks(txn); }));
    CHECK(origins() == before);
    CHECK(line.forks("alice/first") == Refs{"bob/second"});
}
