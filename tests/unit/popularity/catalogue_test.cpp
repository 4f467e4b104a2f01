#include "popularity/core/catalogue.hpp"

#include "both_stores.hpp"
#include "popularity/core/forgetting.hpp"

using namespace palette;
using namespace palette::test;

namespace {

std::string known_title(BothStores& catalogue, std::uint64_t id) {
    catalogue.fold();
    const store::ReadTxn txn = catalogue.tables.read();
    const auto json = txn.get(popularity::palettes, id);
    return json ? api::read_json<api::Palette>(*json)->title.text() : "";
}

}  // namespace

TEST_CASE("a palette is found by its number and by its name") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(3));
    const bool folds_first = GENERATE(false, true);
    if (folds_first) catalogue.fold();
    const auto view = catalogue.ledger->read(catalogue.store.read());
    for (const std::string_view ref : {"3", "alice/p3", "alice/p3@1"}) {
        const auto found = view.find(*api::PaletteRef::from(ref));
        REQUIRE(found);
        CHECK(found->id == 3);
        CHECK(found->known.ref == "alice/p3");
    }
    CHECK_FALSE(view.find(api::PaletteRef("4")));
    CHECK_FALSE(view.find(api::PaletteRef("alice/p4")));
}

TEST_CASE("an older revision never replaces a newer one") {
    BothStores catalogue;
    auto newer = palette_numbered(1, api::Visibility::public_, 2);
    newer.title = api::Title("Newer");
    catalogue.learn(newer);
    catalogue.learn(palette_numbered(1));
    CHECK(known_title(catalogue, 1) == "Newer");
    newer.title = api::Title("The same again");
    catalogue.learn(newer);
    CHECK(known_title(catalogue, 1) == "The same again");
}

TEST_CASE("a palette that is renamed is found by its new name only") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1));
    auto renamed = palette_numbered(1, api::Visibility::public_, 2);
    renamed.ref = api::PaletteRef("alice/other");
    const bool folds_first = GENERATE(false, true);
    if (folds_first) catalogue.fold();
    catalogue.learn(renamed);
    const auto view = catalogue.ledger->read(catalogue.store.read());
    CHECK_FALSE(view.find(api::PaletteRef("alice/p1")));
    CHECK(view.find(api::PaletteRef("alice/other")));
}

TEST_CASE("a palette that becomes private leaves the ranks, and comes back with its likes") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1));
    REQUIRE(catalogue.like(caller(2, "bob"), api::PaletteRef("1")));
    REQUIRE(catalogue.popular({}).items.size() == 1);
    catalogue.learn(palette_numbered(1, api::Visibility::private_, 2));
    // At once, though the tables still list it.
    CHECK(popularity::popular(catalogue.ledger->read(catalogue.store.read()), {}, catalogue.now())
              ->items.empty());
    CHECK(popularity::trending(catalogue.ledger->read(catalogue.store.read()), {}, catalogue.now())
              ->items.empty());
    CHECK(catalogue.popular({}).items.empty());
    CHECK(catalogue.unlike(caller(2, "bob"), api::PaletteRef("1")).error().kind ==
          ErrorKind::not_found);
    catalogue.learn(palette_numbered(1, api::Visibility::public_, 3));
    const auto page = catalogue.popular({});
    REQUIRE(page.items.size() == 1);
    CHECK(page.items[0].likes.value() == 1);
}

TEST_CASE("what a snapshot does not have is gone, with its likes") {
    BothStores catalogue;
    for (std::uint64_t id = 1; id <= 3; ++id) {
        catalogue.learn(palette_numbered(id));
        REQUIRE(
            catalogue.like(caller(9, "dave"), api::PaletteRef::from(std::to_string(id)).value()));
    }
    catalogue.append(popularity::SnapshotBegan{});
    catalogue.append(popularity::UserTold{9});
    catalogue.learn(palette_numbered(1));
    catalogue.learn(palette_numbered(4));
    // What somebody's like makes known meanwhile is not gone either.
    catalogue.learn(palette_numbered(5));
    catalogue.append(popularity::SnapshotEnded{});
    catalogue.fold();

    const store::ReadTxn txn = catalogue.tables.read();
    for (const std::uint64_t id : {1U, 4U, 5U})
        CHECK(txn.has(popularity::known_palettes, id));
    CHECK(txn.count_rows(popularity::known_palettes) == 3);
    CHECK(txn.count_rows(popularity::palettes) == 3);
    CHECK(txn.count_rows(popularity::palette_ids) == 3);
    CHECK(txn.count_rows(popularity::opinions) == 1);
    CHECK(txn.count_rows(popularity::forgotten_sets) == 0);
    CHECK(txn.count_rows(popularity::totals) == 1);
    CHECK(catalogue.popular({}).items.size() == 1);
}

TEST_CASE("a palette that takes the number of another store's has none of its likes") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1));
    REQUIRE(catalogue.like(caller(2, "bob"), api::PaletteRef("1")));
    REQUIRE(catalogue.like(caller(3, "carol"), api::PaletteRef("1")));
    // Of the same owner, by the same name; only published at another moment.
    auto other = palette_numbered(1);
    other.created_at = begin_of_time + std::chrono::milliseconds(1);
    const auto liked_once_more = [&] {
        return catalogue.like(caller(2, "bob"), api::PaletteRef("1"))->likes.value();
    };
    SECTION("as a snapshot brings it") {
        catalogue.load_snapshot({other});
        CHECK(catalogue.tables.read().count_rows(popularity::opinions) == 0);
        CHECK(catalogue.popular({}).items.empty());
        CHECK(liked_once_more() == 1);
    }
    SECTION("at once, and its own likes are safe from what is swept later") {
        catalogue.learn(other);
        CHECK(catalogue.popular({}).items.empty());
        CHECK(liked_once_more() == 1);
        catalogue.load_snapshot({other});
        CHECK(catalogue.tables.read().count_rows(popularity::opinions) == 1);
        CHECK(catalogue.popular({}).items[0].likes.value() == 1);
    }
    SECTION("while the same palette keeps them, whichever store it comes from") {
        catalogue.load_snapshot({palette_numbered(1)});
        CHECK(catalogue.like(caller(2, "bob"), api::PaletteRef("1"))->likes.value() == 2);
    }
}

TEST_CASE("a sweep takes a bounded step at a time, and goes on wherever it was cut short") {
    constexpr std::size_t step = popularity::most_swept_at_once;
    BothStores catalogue;
    const std::size_t crowd = 2 * step + 500;
    catalogue.learn(palette_numbered(1));
    catalogue.write([&](store::WriteTxn& txn) {
        const api::PaletteRef first("alice/p1");
        for (std::uint64_t who = 2; who < crowd + 2; ++who) {
            const auto somebody = caller(who, "somebody");
            REQUIRE(popularity::like(*catalogue.ledger, txn,
                                     {.who = somebody, .ref = first, .now = begin_of_time}));
        }
    });
    for (std::uint64_t id = 2; id <= crowd; ++id)
        catalogue.learn(palette_numbered(id));
    catalogue.fold();
    const auto rows = [&] {
        const store::ReadTxn txn = catalogue.tables.read();
        return txn.count_rows(popularity::known_palettes) + txn.count_rows(popularity::opinions);
    };
    CHECK(rows() == 2 * crowd);
    catalogue.append(popularity::SnapshotBegan{});
    catalogue.append(popularity::SnapshotEnded{});
    std::size_t before = rows();
    std::size_t steps = 0;
    while (rows() > 0) {
        REQUIRE(popularity::fold_all(*catalogue.store, *catalogue.tables, *catalogue.ledger));
        CHECK(before - rows() <= step);
        before = rows();
        if (++steps == 2) catalogue.restart();
        REQUIRE(steps < 20);
        REQUIRE(popularity::append_what_follows(*catalogue.store, *catalogue.tables,
                                                *catalogue.ledger, begin_of_time));
    }
    CHECK(steps >= 2 * crowd / step);
    catalogue.fold();
    const store::ReadTxn txn = catalogue.tables.read();
    CHECK(txn.count_rows(popularity::forgotten_sets) == 0);
    CHECK(txn.count_rows(popularity::opinions_of) == 0);
    CHECK(txn.count_rows(popularity::likers) == 0);
    CHECK(txn.count_rows(popularity::hours) == 0);
    CHECK(txn.count_rows(popularity::sets_by_hour) == 0);
}

TEST_CASE("what a snapshot has replaces a newer revision: the source may be a copy put back") {
    BothStores catalogue;
    auto newer = palette_numbered(1, api::Visibility::public_, 2);
    newer.title = api::Title("Newer");
    catalogue.learn(newer);
    catalogue.load_snapshot({palette_numbered(1)});
    CHECK(known_title(catalogue, 1) == "Sea Glass");
    // What was told of meanwhile is in the log behind it.
    catalogue.learn(newer);
    catalogue.learn(palette_numbered(1));
    CHECK(known_title(catalogue, 1) == "Newer");
}

TEST_CASE("a snapshot that was begun again counts what the second one brings") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1));
    catalogue.learn(palette_numbered(2));
    catalogue.append(popularity::SnapshotBegan{});
    catalogue.learn(palette_numbered(1));
    catalogue.load_snapshot({palette_numbered(2)});
    CHECK(known_title(catalogue, 1).empty());
    CHECK_FALSE(known_title(catalogue, 2).empty());
}

TEST_CASE(
    "a palette that is deleted is gone at once, with its likes, and comes back by nothing old") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1));
    REQUIRE(catalogue.like(caller(2, "bob"), api::PaletteRef("1")));
    const bool folds_first = GENERATE(false, true);
    if (folds_first) catalogue.fold();
    catalogue.append(popularity::PaletteGone{.palette = 1, .revision = 2});
    CHECK(catalogue.like(caller(3, "carol"), api::PaletteRef("1")).error().kind ==
          ErrorKind::not_found);
    CHECK(catalogue.popular({}).items.empty());
    // What paletted answered before it was deleted, and what an event said.
    catalogue.learn(palette_numbered(1));
    CHECK(catalogue.popular({}).items.empty());
    CHECK(catalogue.like(caller(3, "carol"), api::PaletteRef("1")).error().kind ==
          ErrorKind::not_found);
    const store::ReadTxn txn = catalogue.tables.read();
    CHECK(txn.count_rows(popularity::opinions) == 0);
    CHECK(txn.count_rows(popularity::palettes) == 0);
}

TEST_CASE("the sink puts what paletted tells into the log, and passes over the rest") {
    BothStores catalogue;
    popularity::CatalogueSink sink(*catalogue.ledger, catalogue.store.clock);
    const auto take = [&](const char* type, const std::string& data) {
        const api::NewEvent event{.type = *api::Word::from(type),
                                  .subject = api::Word("palette/1"),
                                  .time = begin_of_time,
                                  .topic = api::Topic("palettes"),
                                  .audience = api::Audience::daemons,
                                  .revision = 2,
                                  .data = api::Json(data)};
        return catalogue.store->write(
            [&](store::WriteTxn& txn) { sink.apply_snapshot(event, txn); });
    };
    const std::string told =
        api::to_json(api::PaletteCreated{catalogue.alice.id, palette_numbered(1)});
    REQUIRE(take("palette.created", told));
    CHECK_FALSE(known_title(catalogue, 1).empty());
    const api::User somebody{.id = 7,
                             .username = api::Username("dave"),
                             .display_name = api::DisplayName(""),
                             .bio = api::Description("")};
    REQUIRE(take("user.registered", api::to_json(api::UserRegistered{somebody})));
    catalogue.fold();
    CHECK(catalogue.tables.read().has(popularity::told_users, 7));
    CHECK_FALSE(take("palette.created", "{}"));
    CHECK(take("palette.created", "null"));  // erased
    CHECK(take("palette.sung", "{}"));
    REQUIRE(take("palette.deleted", R"({"palette_id":1})"));
    CHECK(known_title(catalogue, 1).empty());
}
