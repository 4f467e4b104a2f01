// Ratings, the standing that they give to a person, and what becomes of both when somebody goes.
#include "both_stores.hpp"
#include "popularity/core/forgetting.hpp"
#include "popularity/core/log.hpp"
#include "popularity/core/standings.hpp"
#include "popularity/migrations.hpp"

using namespace palette;
using namespace palette::test;

namespace {

// The standings that were told, oldest first, as user=stars/ratings.
std::vector<std::string> told(BothStores& stores) {
    stores.fold();
    std::vector<std::string> all;
    std::int64_t revision = 0;
    const store::ReadTxn txn = stores.store.read();
    for (const auto& [number, row] : txn.scan(popularity::log)) {
        const auto event = popularity::event_of(number, row);
        if (!event || event->type.text() != api::UserRated::event.name) continue;
        CHECK(event->audience == api::Audience::daemons);
        CHECK(event->revision.number() > revision);
        revision = event->revision.number();
        const auto data = api::read_json<api::UserRated>(event->data.text());
        REQUIRE(data);
        all.push_back(std::to_string(data->user_id.value()) + "=" +
                      std::to_string(data->stars.value()) + "/" +
                      std::to_string(data->ratings.value()));
    }
    return all;
}

}  // namespace

TEST_CASE("a rating counts once, in place of the one before, folded or not") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    const auto bob = caller(2, "bob");
    const bool folds = GENERATE(false, true);
    const auto rate = [&](const service::Caller& who, std::optional<api::Stars> stars) {
        if (folds) stores.fold();
        const auto rating = stores.rate(who, api::PaletteRef("1"), stars);
        REQUIRE(rating);
        CHECK(rating->yours == stars);
        return std::tuple{rating->changed, rating->stars.number(), rating->ratings.number()};
    };
    CHECK(rate(bob, api::Stars(4)) == std::tuple{true, 4, 1});
    CHECK(rate(bob, api::Stars(4)) == std::tuple{false, 4, 1});
    CHECK(rate(caller(3, "carol"), api::Stars(1)) == std::tuple{true, 5, 2});
    CHECK(rate(bob, api::Stars(5)) == std::tuple{true, 6, 2});
    CHECK(rate(bob, std::nullopt) == std::tuple{true, 1, 1});
    CHECK(rate(bob, std::nullopt) == std::tuple{false, 1, 1});
}

TEST_CASE("nobody gives stars to a palette of their own, though they may like it") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    const api::PaletteRef ref("alice/p1");
    const auto refused = stores.rate(stores.alice, ref, api::Stars(5));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::permission_denied);
    CHECK(refused.error().message == "alice/p1 is your own: its stars are for others to give");
    const auto taken_back = stores.rate(stores.alice, ref, std::nullopt);
    REQUIRE(taken_back);
    CHECK_FALSE(taken_back->changed);
    CHECK(stores.like(stores.alice, ref)->changed);
    CHECK(told(stores).empty());
}

TEST_CASE("one vote of five stars does not win over many of four") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    stores.learn(palette_numbered(2));
    REQUIRE(stores.rate(caller(2, "bob"), api::PaletteRef("1"), api::Stars(5)));
    for (std::uint64_t who = 2; who < 12; ++who)
        REQUIRE(stores.rate(caller(who, "somebody"), api::PaletteRef("2"), api::Stars(4)));
    const auto page = stores.popular({.by = api::Measure::rating});
    REQUIRE(page.items.size() == 2);
    CHECK(page.items[0].palette.id.number() == 2);
}

TEST_CASE("figures are told of public palettes alone, in the order asked for") {
    BothStores stores;
    const auto bob = caller(2, "bob");
    stores.learn(palette_numbered(1));
    stores.learn(palette_numbered(2, api::Visibility::private_));
    stores.learn(palette_numbered(3));
    REQUIRE(stores.like(stores.alice, api::PaletteRef("2")));
    REQUIRE(stores.like(bob, api::PaletteRef("3")));
    REQUIRE(stores.rate(bob, api::PaletteRef("3"), api::Stars(4)));
    REQUIRE(stores.view(bob, api::PaletteRef("3")));
    const auto page = stores.figures({.ids{3, 2, 99, 1}});
    REQUIRE(page.items.size() == 2);
    CHECK(page.items[0].id.number() == 3);
    CHECK(page.items[0].likes.number() == 1);
    CHECK(page.items[0].views.number() == 1);
    CHECK(page.items[0].stars.number() == 4);
    CHECK(page.items[0].ratings.number() == 1);
    CHECK(page.items[1].id.number() == 1);
    CHECK(page.items[1].likes.number() == 0);
}

TEST_CASE("the standing of a person is told when it changed, once, whoever is killed") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    stores.learn(palette_numbered(2));
    const auto bob = caller(2, "bob");
    REQUIRE(stores.rate(bob, api::PaletteRef("1"), api::Stars(4)));
    CHECK(told(stores) == std::vector<std::string>{"1=4/1"});
    REQUIRE(stores.rate(bob, api::PaletteRef("2"), api::Stars(1)));
    REQUIRE(popularity::fold_all(*stores.store, *stores.tables, *stores.ledger));
    stores.restart();  // folded, not told
    CHECK(told(stores) == std::vector<std::string>{"1=4/1", "1=5/2"});
    REQUIRE(popularity::append_what_follows(*stores.store, *stores.tables, *stores.ledger,
                                            stores.now()));
    stores.restart();
    CHECK(told(stores).size() == 2);
    // A palette that goes takes its ratings along.
    stores.append(popularity::PaletteGone{.palette = 1, .revision = 2});
    CHECK(told(stores).back() == "1=1/1");
}

TEST_CASE("standings are what a snapshot brings, in pages") {
    BothStores stores;
    const std::uint64_t owners = popularity::most_told_at_once + 3;
    for (std::uint64_t id = 1; id <= owners; ++id) {
        stores.append(popularity::PaletteTold{api::to_json(
            api::PaletteCreated{api::UserId::clamped(100 + id), palette_numbered(id)})});
        REQUIRE(stores.rate(caller(2, "bob"), *api::PaletteRef::from(std::to_string(id)),
                            api::Stars(3)));
    }
    stores.fold();
    const store::ReadTxn txn = stores.tables.read();
    std::size_t brought = 0;
    api::ReadSnapshot wanted;
    do {
        const auto page =
            popularity::read_snapshot(txn, stores.store->incarnation(), wanted, begin_of_time);
        REQUIRE(page);
        brought += page->items.size();
        wanted.after = page->next;
    } while (wanted.after);
    CHECK(brought == owners);
}

TEST_CASE("with a person goes all they thought, in steps, and counts follow") {
    BothStores stores;
    const std::uint64_t palettes = popularity::most_swept_at_once + 10;
    const auto bob = caller(2, "bob");
    const auto carol = caller(3, "carol");
    for (std::uint64_t id = 1; id <= palettes; ++id) {
        const auto ref = *api::PaletteRef::from(std::to_string(id));
        stores.learn(palette_numbered(id));
        REQUIRE(stores.like(bob, ref));
        if (id > 5) continue;
        REQUIRE(stores.like(carol, ref));
        REQUIRE(stores.rate(bob, ref, api::Stars(2)));
        REQUIRE(stores.rate(carol, ref, api::Stars(5)));
        REQUIRE(stores.view(bob, ref));
    }
    stores.append(popularity::UserGone{.user = 2});
    // What was still under way when they went.
    REQUIRE(stores.view(bob, api::PaletteRef("7")));
    const auto page = stores.popular({.limit = 200});
    REQUIRE(page.items.size() == 5);
    for (const auto& item : page.items) {
        CHECK(item.likes.number() == 1);
        CHECK(item.views.number() == 0);
        CHECK(item.stars.number() == 5);
        CHECK(item.ratings.number() == 1);
    }
    CHECK(stores.popular({.by = api::Measure::views}).items.empty());
    CHECK(told(stores).back() == "1=25/5");
    const store::ReadTxn txn = stores.tables.read();
    CHECK(txn.count_rows(popularity::opinions) == 5);
    CHECK(txn.count_rows(popularity::opinions_of) == 5);
    CHECK(txn.count_rows(popularity::likers) == 5);
    CHECK(txn.count_rows(popularity::leaving_users) == 0);
}

TEST_CASE("a list of one person's palettes, or of a tag, keeps the order and all pages together") {
    BothStores stores;
    const std::uint64_t palettes = popularity::most_rows_looked_at + 50;
    for (std::uint64_t id = 1; id <= palettes; ++id) {
        auto palette = palette_numbered(id);
        if (id % 500 == 0) palette.tags.push_back(api::Tag("calm"));
        if (id == palettes) palette.owner = api::Username("bob");
        stores.learn(palette);
        REQUIRE(stores.like(caller(2, "bob"), *api::PaletteRef::from(std::to_string(id))));
    }
    const auto listed = [&](api::ListPopular wanted) {
        std::vector<std::uint64_t> all;
        do {
            const auto page = stores.popular(wanted);
            for (const auto& item : page.items) {
                all.push_back(item.palette.id.value());
                CHECK(item.rank.value() == all.size());
            }
            wanted.after = page.next;
        } while (wanted.after);
        return all;
    };
    CHECK(listed({.tag = api::Tag("calm")}) == std::vector<std::uint64_t>{500, 1000});
    CHECK(listed({.user = api::Username("bob")}) == std::vector<std::uint64_t>{palettes});
    CHECK(listed({.user = api::Username("carol")}).empty());
}

TEST_CASE("stars of a private palette are nobody's standing, as long as it is private") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    stores.learn(palette_numbered(2));
    for (const std::string_view ref : {"1", "2"})
        REQUIRE(stores.rate(caller(2, "bob"), *api::PaletteRef::from(ref), api::Stars(4)));
    CHECK(told(stores) == std::vector<std::string>{"1=8/2"});
    stores.learn(palette_numbered(1, api::Visibility::private_, 2));
    CHECK(told(stores).back() == "1=4/1");
    SECTION("and count again when it is public") {
        stores.learn(palette_numbered(1, api::Visibility::public_, 3));
        CHECK(told(stores).back() == "1=8/2");
    }
    SECTION("and are not taken twice when it is deleted") {
        stores.append(popularity::PaletteGone{.palette = 1, .revision = 3});
        CHECK(told(stores).back() == "1=4/1");
    }
    SECTION("nor when who gave them goes") {
        stores.append(popularity::UserGone{2});
        CHECK(told(stores).back() == "1=0/0");
    }
}

TEST_CASE("standings of before private palettes were left out are brought to the same") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    stores.learn(palette_numbered(2));
    for (const std::string_view ref : {"1", "2"})
        REQUIRE(stores.rate(caller(2, "bob"), *api::PaletteRef::from(ref), api::Stars(4)));
    stores.learn(palette_numbered(1, api::Visibility::private_, 2));
    stores.fold();
    REQUIRE(stores.tables->write([](store::WriteTxn& txn) {
        popularity::change_standing(txn, 1, {.stars = 4, .ratings = 1});  // as it was
        popularity::take_private_from_standings(txn);
    }));
    CHECK(told(stores).back() == "1=4/1");
}
