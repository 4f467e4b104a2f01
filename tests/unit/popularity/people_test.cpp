// People whom a snapshot does not have any more, and what becomes of what they thought.
#include "both_stores.hpp"
#include "popularity/core/forgetting.hpp"

using namespace palette;
using namespace palette::test;

namespace {

const api::PaletteRef first("1");

std::vector<std::string> likers_of_first(BothStores& stores) {
    const auto page = stores.likers(stores.alice, {.ref = first});
    REQUIRE(page);
    std::vector<std::string> names;
    for (const auto& like : page->items)
        names.push_back(like.user.text());
    return names;
}

popularity::Figures counted(BothStores& stores) {
    stores.fold();
    const auto totals = stores.tables.read().get(popularity::totals, 1);
    return totals ? totals->all : popularity::Figures{};
}

}  // namespace

TEST_CASE("whom a snapshot does not have takes back what they thought") {
    BothStores stores;
    const auto bob = caller(2, "bob");
    const auto carol = caller(3, "carol");
    stores.learn(palette_numbered(1));
    for (const auto& who : {bob, carol}) {
        REQUIRE(stores.like(who, first));
        REQUIRE(stores.rate(who, first, api::Stars(4)));
        REQUIRE(stores.view(who, first));
    }
    stores.fold();
    const bool is_killed = GENERATE(false, true);
    stores.append(popularity::SnapshotBegan{});
    stores.append(popularity::UserTold{1});
    stores.append(popularity::UserTold{2});
    stores.learn(palette_numbered(1));
    CHECK(likers_of_first(stores).size() == 2);  // a snapshot that is not whole takes nobody away
    stores.append(popularity::SnapshotEnded{});
    if (is_killed) {
        REQUIRE(popularity::fold_all(*stores.store, *stores.tables, *stores.ledger));
        stores.restart();
    }
    const popularity::Figures of_one{.likes = 1, .views = 1, .stars = 4, .ratings = 1};
    CHECK(counted(stores) == of_one);
    CHECK(likers_of_first(stores) == std::vector<std::string>{"bob"});
    const store::ReadTxn txn = stores.tables.read();
    CHECK(txn.get(popularity::standings, 1)->stars == 4);
    CHECK(txn.count_rows(popularity::opinions) == 1);
    CHECK(txn.count_rows(popularity::opinions_of) == 1);
    CHECK_FALSE(popularity::wants_sweeping(txn));
}

TEST_CASE("who registers and says something while a snapshot is loaded is not taken for gone") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    stores.append(popularity::SnapshotBegan{});
    stores.append(popularity::UserTold{1});
    const bool waits_for_the_end = GENERATE(false, true);
    if (!waits_for_the_end) REQUIRE(stores.like(caller(9, "dave"), first));
    stores.learn(palette_numbered(1));
    stores.append(popularity::SnapshotEnded{});
    if (waits_for_the_end) REQUIRE(stores.like(caller(9, "dave"), first));
    CHECK(counted(stores).likes == 1);
    CHECK(likers_of_first(stores) == std::vector<std::string>{"dave"});
    // The next one has had the time to tell of them.
    stores.load_snapshot({palette_numbered(1)}, {1});
    CHECK(counted(stores).likes == 0);
}

TEST_CASE("who had left and is in a snapshot again counts again") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    stores.append(popularity::UserGone{2});
    stores.fold();
    REQUIRE(stores.like(caller(2, "bob"), first));
    CHECK(counted(stores).likes == 0);
    stores.load_snapshot({palette_numbered(1)}, {1, 2});
    REQUIRE(stores.like(caller(2, "bob"), first));
    CHECK(counted(stores).likes == 1);
}

TEST_CASE("many who thought little are swept together, in bounded steps") {
    constexpr std::uint64_t step = popularity::most_swept_at_once;
    constexpr std::uint64_t crowd = 2 * step;
    BothStores stores;
    stores.learn(palette_numbered(1));
    stores.write([&](store::WriteTxn& txn) {
        for (std::uint64_t id = 2; id < crowd + 2; ++id) {
            const auto somebody = caller(id, "somebody");
            REQUIRE(popularity::like(*stores.ledger, txn,
                                     {.who = somebody, .ref = first, .now = begin_of_time}));
        }
    });
    stores.append(popularity::SnapshotBegan{});
    stores.learn(palette_numbered(1));
    stores.append(popularity::SnapshotEnded{});
    const auto left = [&] { return stores.tables.read().count_rows(popularity::opinions); };
    REQUIRE(popularity::fold_all(*stores.store, *stores.tables, *stores.ledger));
    REQUIRE(left() == 2 * step);
    std::size_t steps = 0;
    std::uint64_t before = left();
    for (bool more = true; more; ++steps) {
        more = *popularity::append_what_follows(*stores.store, *stores.tables, *stores.ledger,
                                                begin_of_time);
        REQUIRE(popularity::fold_all(*stores.store, *stores.tables, *stores.ledger));
        CHECK(before - left() <= step);
        before = left();
        REQUIRE(steps < 20);
    }
    CHECK(left() == 0);
    CHECK(counted(stores).likes == 0);
}

TEST_CASE("who is gone is not shown among those who like it, swept or not") {
    BothStores stores;
    stores.learn(palette_numbered(1));
    REQUIRE(stores.like(caller(2, "bob"), first));
    REQUIRE(stores.like(caller(3, "carol"), first));
    stores.fold();
    stores.append(popularity::UserGone{2});
    REQUIRE(popularity::fold_all(*stores.store, *stores.tables, *stores.ledger));
    REQUIRE(popularity::wants_sweeping(stores.tables.read()));
    CHECK(likers_of_first(stores) == std::vector<std::string>{"carol"});
    // By a token that nobody has heard the end of yet.
    REQUIRE(stores.unlike(caller(2, "bob"), first));
    REQUIRE(stores.like(caller(2, "bob"), first));
    CHECK(likers_of_first(stores) == std::vector<std::string>{"carol"});
}
