#include "popularity/core/catalogue.hpp"

#include "catalogue.hpp"
#include "popularity/core/forgetting.hpp"

using namespace palette;
using namespace palette::test;

namespace {

std::string known_title(Catalogue& catalogue, std::uint64_t id) {
    const store::ReadTxn txn = catalogue.store.read();
    const auto json = txn.get(popularity::palettes, id);
    return json ? api::read_json<api::Palette>(*json)->title.text() : "";
}

}  // namespace

TEST_CASE("a palette is found by its number and by its name") {
    Catalogue catalogue;
    catalogue.learn(palette_numbered(3));
    const store::ReadTxn txn = catalogue.store.read();
    for (const std::string_view ref : {"3", "alice/p3", "alice/p3@1"}) {
        const auto found = popularity::look_up(txn, *api::PaletteRef::from(ref));
        REQUIRE(found);
        CHECK(found->id == 3);
        CHECK(found->known.ref == "alice/p3");
    }
    CHECK_FALSE(popularity::look_up(txn, api::PaletteRef("4")));
    CHECK_FALSE(popularity::look_up(txn, api::PaletteRef("alice/p4")));
}

TEST_CASE("an older revision never replaces a newer one") {
    Catalogue catalogue;
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
    Catalogue catalogue;
    catalogue.learn(palette_numbered(1));
    auto renamed = palette_numbered(1, api::Visibility::public_, 2);
    renamed.ref = api::PaletteRef("alice/other");
    catalogue.learn(renamed);
    const store::ReadTxn txn = catalogue.store.read();
    CHECK_FALSE(popularity::look_up(txn, api::PaletteRef("alice/p1")));
    CHECK(popularity::look_up(txn, api::PaletteRef("alice/other")));
}

TEST_CASE("a palette that becomes private leaves the ranks, and comes back with its likes") {
    Catalogue catalogue;
    catalogue.learn(palette_numbered(1));
    REQUIRE(catalogue.like(caller(2, "bob"), api::PaletteRef("1")));
    REQUIRE(catalogue.popular({}).items.size() == 1);
    catalogue.learn(palette_numbered(1, api::Visibility::private_, 2));
    CHECK(catalogue.popular({}).items.empty());
    CHECK(catalogue.unlike(caller(2, "bob"), api::PaletteRef("1")).error().kind ==
          ErrorKind::not_found);
    catalogue.learn(palette_numbered(1, api::Visibility::public_, 3));
    const auto page = catalogue.popular({});
    REQUIRE(page.items.size() == 1);
    CHECK(page.items[0].likes.value() == 1);
}

TEST_CASE("what a snapshot does not have is gone, with its likes") {
    Catalogue catalogue;
    for (std::uint64_t id = 1; id <= 3; ++id) {
        catalogue.learn(palette_numbered(id));
        REQUIRE(
            catalogue.like(caller(9, "dave"), api::PaletteRef::from(std::to_string(id)).value()));
    }
    catalogue.write([&](store::WriteTxn& txn) { catalogue.sink.begin_snapshot(txn); });
    catalogue.write([&](store::WriteTxn& txn) {
        catalogue.sink.apply_snapshot(catalogue.state_of(palette_numbered(1)), txn);
        catalogue.sink.apply_snapshot(catalogue.state_of(palette_numbered(4)), txn);
    });
    // What somebody's like makes known meanwhile is not gone either.
    catalogue.learn(palette_numbered(5));
    while (catalogue.sweep() != outbox::Sink::Sweep::done) {
    }

    const store::ReadTxn txn = catalogue.store.read();
    for (const std::uint64_t id : {1, 4, 5})
        CHECK(txn.has(popularity::known_palettes, id));
    CHECK(txn.count_rows(popularity::known_palettes) == 3);
    CHECK(txn.count_rows(popularity::palettes) == 3);
    CHECK(txn.count_rows(popularity::palette_ids) == 3);
    CHECK(txn.count_rows(popularity::likes) == 1);
    CHECK(txn.count_rows(popularity::forgotten_likes) == 0);
    CHECK(txn.count_rows(popularity::counts) == 1);
    CHECK(catalogue.popular({}).items.size() == 1);
}

TEST_CASE("a palette that takes the number of another store's has none of its likes") {
    Catalogue catalogue;
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
        CHECK(catalogue.store.read().count_rows(popularity::likes) == 0);
        CHECK(catalogue.popular({}).items.empty());
        CHECK(liked_once_more() == 1);
    }
    SECTION("at once, and its own likes are safe from what is swept later") {
        catalogue.learn(other);
        CHECK(catalogue.popular({}).items.empty());
        CHECK(liked_once_more() == 1);
        catalogue.load_snapshot({other});
        CHECK(catalogue.store.read().count_rows(popularity::likes) == 1);
        CHECK(catalogue.popular({}).items[0].likes.value() == 1);
    }
    SECTION("while the same palette keeps them, whichever store it comes from") {
        catalogue.load_snapshot({palette_numbered(1)});
        CHECK(catalogue.like(caller(2, "bob"), api::PaletteRef("1"))->likes.value() == 2);
    }
}

TEST_CASE("a sweep takes a bounded step at a time, and is repeatable wherever it is cut short") {
    constexpr std::size_t step = popularity::most_swept_at_once;
    Catalogue catalogue;
    const std::size_t crowd = 2 * step + 500;
    catalogue.learn(palette_numbered(1));
    catalogue.write([&](store::WriteTxn& txn) {
        for (std::uint64_t who = 2; who < crowd + 2; ++who)
            REQUIRE(popularity::like(txn, caller(who, "somebody"), api::PaletteRef("1"),
                                     begin_of_time));
        for (std::uint64_t id = 2; id <= crowd; ++id)
            popularity::learn(txn, {catalogue.alice.id, palette_numbered(id)});
    });
    const auto rows = [&] {
        const store::ReadTxn txn = catalogue.store.read();
        return txn.count_rows(popularity::known_palettes) + txn.count_rows(popularity::likes);
    };
    const auto begin = [&] {
        catalogue.write([&](store::WriteTxn& txn) { catalogue.sink.begin_snapshot(txn); });
    };
    begin();
    CHECK(rows() == 2 * crowd);
    std::size_t before = rows();
    std::size_t steps = 0;
    while (catalogue.sweep() != outbox::Sink::Sweep::done) {
        CHECK(before - rows() <= step);
        before = rows();
        // The daemon was killed, and loads its snapshot again.
        if (++steps == 2 || steps == 6) begin();
        REQUIRE(steps < 20);
    }
    CHECK(steps >= 2 * crowd / step);
    CHECK(rows() == 0);
    CHECK(catalogue.store.read().count_rows(popularity::forgotten_likes) == 0);
}

TEST_CASE("what a snapshot has in an older revision stays as it is known") {
    Catalogue catalogue;
    auto newer = palette_numbered(1, api::Visibility::public_, 2);
    newer.title = api::Title("Newer");
    catalogue.learn(newer);
    catalogue.load_snapshot({palette_numbered(1)});
    CHECK(known_title(catalogue, 1) == "Newer");
}

TEST_CASE("a snapshot that was begun again counts what the second one brings") {
    Catalogue catalogue;
    catalogue.learn(palette_numbered(1));
    catalogue.learn(palette_numbered(2));
    const auto bring = [&](std::uint64_t id) {
        catalogue.write([&](store::WriteTxn& txn) {
            catalogue.sink.apply_snapshot(catalogue.state_of(palette_numbered(id)), txn);
        });
    };
    const auto begin = [&] {
        catalogue.write([&](store::WriteTxn& txn) { catalogue.sink.begin_snapshot(txn); });
    };
    begin();
    bring(1);
    begin();
    bring(2);
    while (catalogue.sweep() != outbox::Sink::Sweep::done) {
    }
    CHECK(known_title(catalogue, 1).empty());
    CHECK_FALSE(known_title(catalogue, 2).empty());
}

TEST_CASE("an event that does not read is refused, and one of another type is passed over") {
    Catalogue catalogue;
    auto event = catalogue.state_of(palette_numbered(1));
    event.data = api::Json("{}");
    const auto apply = [&] {
        return catalogue.store->write(
            [&](store::WriteTxn& txn) { catalogue.sink.apply_snapshot(event, txn); });
    };
    CHECK_FALSE(apply());
    event.type = api::Word("palette.sung");
    CHECK(apply());
}
