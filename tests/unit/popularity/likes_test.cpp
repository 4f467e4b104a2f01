#include "both_stores.hpp"
#include "popularity/core/log.hpp"
#include "popularity/core/opinions.hpp"

using namespace palette;
using namespace palette::test;

namespace {

const api::PaletteRef first_palette("alice/p1");

}  // namespace

TEST_CASE("a like counts once, however often it is given, folded or not") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1));
    const auto bob = caller(2, "bob");
    const auto liked = catalogue.like(bob, first_palette);
    REQUIRE(liked);
    CHECK((liked->liked && liked->changed && liked->likes.value() == 1));
    const auto again = catalogue.like(bob, api::PaletteRef("1"));
    CHECK((again->liked && !again->changed && again->likes.value() == 1));
    CHECK(catalogue.like(caller(3, "carol"), first_palette)->likes.value() == 2);

    const auto undone = catalogue.unlike(bob, first_palette);
    CHECK((!undone->liked && undone->changed && undone->likes.value() == 1));
    const auto twice = catalogue.unlike(bob, first_palette);
    CHECK((!twice->liked && !twice->changed && twice->likes.value() == 1));
}

TEST_CASE("a reference to a revision is good as far as the palette has come") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1, api::Visibility::public_, 2));
    const auto bob = caller(2, "bob");
    for (const char* ref : {"alice/p1@1", "alice/p1@2"})
        CHECK(catalogue.like(bob, *api::PaletteRef::from(ref)));
    const auto refused = catalogue.like(bob, api::PaletteRef("alice/p1@3"));
    CHECK(refused.error().kind == ErrorKind::not_found);
}

TEST_CASE("only what changes something is told, with a revision that grows") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1));
    const auto bob = caller(2, "bob");
    for (int i = 0; i < 2; ++i) {
        REQUIRE(catalogue.like(bob, first_palette));
        REQUIRE(catalogue.like(bob, first_palette));
        REQUIRE(catalogue.unlike(bob, first_palette));
        REQUIRE(catalogue.unlike(bob, first_palette));
    }
    const store::ReadTxn txn = catalogue.store.read();
    std::vector<std::string> told;
    std::int64_t revision = 0;
    for (const auto& [number, row] : txn.scan(popularity::log)) {
        const auto event = popularity::event_of(number, row);
        if (!event) continue;
        CHECK(event->revision.number() > revision);
        revision = event->revision.number();
        CHECK(event->subject.text() == "palette/1");
        told.push_back(event->type.text());
    }
    CHECK(told == std::vector<std::string>{"palette.liked", "palette.unliked", "palette.liked",
                                           "palette.unliked"});
}

TEST_CASE("another's private palette cannot be liked, and answers as none does") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1, api::Visibility::private_));
    for (const api::PaletteRef& ref : {first_palette, api::PaletteRef("1")}) {
        const auto refused = catalogue.like(caller(2, "bob"), ref);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::not_found);
        CHECK(refused.error().message == "there is no palette " + ref.text());
    }
    // Its owner can, and nobody hears of it.
    CHECK(catalogue.like(catalogue.alice, first_palette)->likes.value() == 1);
    CHECK(catalogue.popular({}).items.empty());
    const store::ReadTxn txn = catalogue.store.read();
    const auto newest = txn.last(popularity::log);
    const auto told = popularity::event_of(newest->key, newest->value);
    CHECK(told->audience == api::Audience::daemons);
}

TEST_CASE("who likes a palette is listed newest first, whatever of it is folded") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1));
    const std::vector<std::string> names{"bob", "carol", "dave", "erin", "frank"};
    const int folded = GENERATE(0, 2, 5);
    for (int i = 0; i < 5; ++i) {
        REQUIRE(catalogue.like(
            caller(static_cast<std::uint64_t>(i) + 2, names[static_cast<std::size_t>(i)]),
            first_palette));
        if (i + 1 == folded) catalogue.fold();
    }
    // Carol takes hers back, and bob likes it anew.
    REQUIRE(catalogue.unlike(caller(3, "carol"), first_palette));
    REQUIRE(catalogue.unlike(caller(2, "bob"), first_palette));
    REQUIRE(catalogue.like(caller(2, "bob"), first_palette));
    std::vector<std::string> listed;
    api::ListLikes wanted{.ref = first_palette, .limit = 2};
    do {
        const auto page = catalogue.likers(catalogue.alice, wanted);
        REQUIRE(page);
        for (const api::Like& like : page->items)
            listed.push_back(like.user.text());
        wanted.after = page->next;
    } while (wanted.after);
    CHECK(listed == std::vector<std::string>{"bob", "frank", "erin", "dave"});
}

TEST_CASE("who likes another's private palette is told to nobody") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1, api::Visibility::private_));
    REQUIRE(catalogue.like(catalogue.alice, first_palette));
    CHECK(catalogue.likers(catalogue.alice, {.ref = first_palette})->items.size() == 1);
    const auto refused = catalogue.likers(caller(2, "bob"), {.ref = first_palette});
    CHECK(refused.error().kind == ErrorKind::not_found);
}
