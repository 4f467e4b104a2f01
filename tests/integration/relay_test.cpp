// Events on their way from a store to the log and from there to another store, while either end
// comes and goes.
#include "events/subscription.hpp"
#include "scene.hpp"

#include <set>

using namespace palette;
using namespace palette::test;

namespace {

std::vector<std::string> joined(std::vector<std::string> one,
                                const std::vector<std::string>& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

}  // namespace

TEST_CASE("what was written while the broker was away arrives when it is back, each once") {
    Scene scene;
    scene.start_paletted();
    scene.create(5);
    scene.broker.emplace(*scene.home);
    scene.check_log();
}

TEST_CASE("nothing is lost or doubled, whichever of the two is restarted") {
    Scene scene;
    scene.start_paletted();
    for (int round = 0; round < 6; ++round) {
        scene.create(4);
        if (round % 2 == 0) {
            scene.broker.reset();
            scene.create(4);
            scene.broker.emplace(*scene.home);
        } else {
            scene.paletted.reset();
            scene.start_paletted();
        }
    }
    scene.check_log();
}

TEST_CASE("a broker that lost its log is given all again, in order, also while nobody writes") {
    Scene scene;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    scene.create(3);
    scene.check_log();
    scene.broker.reset();
    std::filesystem::remove_all(scene.home->store(api::broker_daemon.name));
    scene.broker.emplace(*scene.home);
    scene.check_log();
    scene.create(2);
    scene.check_log();
}

TEST_CASE("a broker that is an older copy of itself is given what it lacks, while nobody writes") {
    Scene scene;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    scene.create(3);
    scene.check_log();
    scene.broker.reset();
    scene.back_up(api::broker_daemon);
    scene.broker.emplace(*scene.home);
    scene.create(3);
    scene.check_log();
    scene.broker.reset();
    scene.put_back(api::broker_daemon);
    scene.broker.emplace(*scene.home);
    scene.check_log();
}

TEST_CASE("a store that is an older copy of itself begins a new incarnation") {
    Scene scene;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    Daemon<popularity::Service> popularity(*scene.home);
    const auto known = [&] {
        return popularity.service().tables_store.read().count_rows(popularity::known_palettes);
    };
    const auto likes_of_first = [&] {
        const auto page = scene.client.call(api::ListPopular{});
        REQUIRE(page);
        return page->items.empty() ? 0 : page->items[0].likes.number();
    };
    scene.create(2);
    scene.check_log();
    REQUIRE(
        scene.client.call(api::LikePalette{api::PaletteRef("alice/p1")}, {.auth = scene.token}));
    scene.paletted.reset();
    scene.back_up(api::palettes_daemon);
    scene.start_paletted();
    scene.create(3);
    CHECK(eventually([&] { return known() == 5; }));
    const std::string first_life = scene.paletted->store().incarnation();
    const auto before = scene.ids();
    CHECK(before.size() == 7);  // one is a like
    scene.paletted.reset();
    scene.put_back(api::palettes_daemon);
    scene.start_paletted();
    CHECK(scene.paletted->store().incarnation() != first_life);
    // What the copy has, the end of alice's session, and the new key.
    scene.expect(joined(before, scene.events_of_this_store(1, 5)));
    // Who counts likes loads the snapshot by itself; what is still there keeps its likes.
    CHECK(eventually([&] { return known() == 2; }));
    CHECK(likes_of_first() == 1);
    scene.log_in();
    scene.create(1);
    scene.expect(joined(before, scene.events_of_this_store(1, 6)));
    CHECK(eventually([&] { return known() == 3; }));
}

TEST_CASE("a store that is an older copy is known by its events also when it has written on") {
    Scene scene;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    scene.create(1);
    scene.check_log();
    scene.paletted.reset();
    scene.back_up(api::palettes_daemon);
    scene.start_paletted();
    scene.create(2);
    scene.check_log();
    const std::string first_life = scene.paletted->store().incarnation();
    const auto before = scene.ids();
    scene.broker.reset();
    scene.paletted.reset();
    scene.pour_back(api::palettes_daemon);
    scene.start_paletted();
    CHECK(scene.paletted->store().incarnation() == first_life);
    scene.create(4);  // past what the broker holds
    scene.broker.emplace(*scene.home);
    CHECK(eventually([&] { return scene.paletted->store().incarnation() != first_life; }));
    scene.expect(joined(before, scene.events_of_this_store(1, 8)));
    CHECK(scene.client.call(api::WhoAmI{}, scene.as_alice()).error().kind ==
          ErrorKind::unauthenticated);
    scene.log_in();
    CHECK(scene.client.call(api::WhoAmI{}, scene.as_alice()));
}

TEST_CASE("a broker that lacks what is no longer kept is given the rest as a new incarnation") {
    Scene scene;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    scene.create(1);
    scene.check_log();
    scene.broker.reset();
    scene.back_up(api::broker_daemon);
    scene.broker.emplace(*scene.home);
    scene.create(4);
    scene.check_log();
    const std::string first_life = scene.paletted->store().incarnation();
    const auto held = scene.events_of_this_store(1, 2);
    scene.broker.reset();
    scene.put_back(api::broker_daemon);
    REQUIRE(scene.paletted->store().write([](store::WriteTxn& txn) {
        for (std::uint64_t sequence = 1; sequence <= 4; ++sequence)
            txn.erase(outbox::rows, sequence);
    }));
    scene.broker.emplace(*scene.home);
    CHECK(eventually([&] { return scene.paletted->store().incarnation() != first_life; }));
    scene.expect(joined(held, scene.events_of_this_store(5, 8)));
    scene.log_in();
    scene.create(1);
    scene.expect(joined(held, scene.events_of_this_store(5, 9)));
}

TEST_CASE("what is private is never among the events that anyone may read") {
    Scene scene;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    scene.create(30);
    scene.check_log();
    const auto page = scene.client.call(api::ListEvents{.after = 0});
    REQUIRE(page);
    CHECK(page->items.size() == 21);
    for (const api::Event& event : page->items)
        CHECK(event.audience == api::Audience::public_);
}

TEST_CASE("likes reach the log, and palettes that are new or old reach who counts likes") {
    Scene scene;
    scene.start_paletted();
    scene.create(4);
    scene.broker.emplace(*scene.home);
    Daemon<popularity::Service> popularity(*scene.home);
    scene.create(2);
    const auto known = [&] {
        return popularity.service().tables_store.read().count_rows(popularity::known_palettes);
    };
    CHECK(eventually([&] { return known() == 6 && scene.ids().size() == 7; }));
    // Now paletted is not needed to like them.
    REQUIRE(
        scene.client.call(api::LikePalette{api::PaletteRef("alice/p1")}, {.auth = scene.token}));
    scene.paletted.reset();
    REQUIRE(
        scene.client.call(api::LikePalette{api::PaletteRef("alice/p6")}, {.auth = scene.token}));
    const auto unknown =
        scene.client.call(api::LikePalette{api::PaletteRef("alice/p7")}, {.auth = scene.token});
    CHECK(unknown.error().kind == ErrorKind::unavailable);
    CHECK(eventually([&] {
        return scene.client.call(api::ListPopular{})->items.size() == 1;  // p6 is private
    }));
    CHECK(eventually([&] { return scene.ids().size() == 9; }));
}

TEST_CASE("a like of a palette that no event has told of yet asks for it") {
    Scene scene;
    scene.start_paletted();
    scene.create(1);
    const Daemon<popularity::Service> popularity(*scene.home);
    const auto liked =
        scene.client.call(api::LikePalette{api::PaletteRef("alice/p1")}, {.auth = scene.token});
    REQUIRE(liked);
    CHECK(liked->likes.value() == 1);
    CHECK(scene.client.call(api::LikePalette{api::PaletteRef("alice/p2")}, {.auth = scene.token})
              .error()
              .kind == ErrorKind::not_found);
}

TEST_CASE("who likes a palette that no event has told of yet is known: nobody, if it is there") {
    Scene scene;
    scene.start_paletted();
    scene.create(3);
    std::optional<Daemon<popularity::Service>> popularity(std::in_place, *scene.home);
    const auto likes = [&](const char* ref, const rpc::CallOptions& options = {}) {
        return scene.client.call(api::ListLikes{.ref = *api::PaletteRef::from(ref)}, options);
    };
    REQUIRE(likes("alice/p1"));
    CHECK(likes("alice/p1")->items.empty());
    CHECK(likes("alice/p4").error().kind == ErrorKind::not_found);
    CHECK(likes("alice/p3").error().kind == ErrorKind::not_found);  // private
    CHECK(likes("alice/p3", scene.as_alice()));
    REQUIRE(scene.client.call(api::LikePalette{api::PaletteRef("alice/p1")}, scene.as_alice()));
    CHECK(likes("alice/p1")->items.size() == 1);
    // Nor of its second revision.
    REQUIRE(scene.client.call(
        api::UpdatePalette{.ref = api::PaletteRef("alice/p1"), .title = api::Title("Another")},
        scene.as_alice()));
    CHECK(likes("alice/p1@2")->items.size() == 1);
    scene.paletted.reset();
    CHECK(likes("alice/p1")->items.size() == 1);
    CHECK(likes("alice/p2").error().kind == ErrorKind::unavailable);
}

TEST_CASE("a broker put back from a copy, under a live consumer and a live reader: all agree") {
    Scene scene;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    Daemon<popularity::Service> popularity(*scene.home);
    const auto known = [&] {
        return popularity.service().tables_store.read().count_rows(popularity::known_palettes);
    };
    const auto like = [&](const char* ref) {
        REQUIRE(scene.client.call(api::LikePalette{*api::PaletteRef::from(ref)},
                                  {.auth = scene.token}));
    };
    events::Subscription reader(scene.context, scene.sockets, scene.client, {.after = 0});
    std::set<std::string> subjects;
    std::string missing;
    const auto has_read = [&](std::size_t count) {
        return eventually([&] {
            const auto event = reader.next(std::chrono::milliseconds(20));
            if (!event) missing = event.error().message;
            if (event && *event) subjects.insert((*event)->id.text());
            return subjects.size() >= count;
        });
    };
    scene.create(2);
    like("alice/p1");
    CHECK(has_read(4));
    scene.broker.reset();
    scene.back_up(api::broker_daemon);
    scene.broker.emplace(*scene.home);
    scene.create(2);
    like("alice/p2");
    CHECK(has_read(6));  // p3 is private
    CHECK(eventually([&] { return known() == 4; }));
    scene.broker.reset();
    scene.put_back(api::broker_daemon);
    // The likes are handed over in another order than they were.
    scene.create(2);
    like("alice/p4");
    scene.broker.emplace(*scene.home);
    scene.create(2);
    CHECK(eventually([&] { return known() == 8; }));
    CHECK(eventually([&] { return scene.ids().size() == 12; }));
    CHECK(has_read(10));  // p6 is private too
    CHECK_THAT(missing, Catch::Contains("older copy"));
    // Nothing was lost or doubled in the log, and the reader has seen all that is public in it.
    const auto ids = scene.ids();
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    const auto page = scene.client.call(api::ListEvents{.after = 0});
    REQUIRE(page);
    for (const api::Event& event : page->items)
        CHECK(subjects.contains(event.id.text()));
    CHECK(eventually([&] { return scene.client.call(api::ListPopular{})->items.size() == 3; }));
}

TEST_CASE("a new store without an event takes the place of another, and its consumers follow") {
    Scene scene;
    scene.start_paletted();
    scene.broker.emplace(*scene.home);
    Daemon<popularity::Service> popularity(*scene.home);
    const auto known = [&] {
        return popularity.service().tables_store.read().count_rows(popularity::known_palettes);
    };
    scene.create(2);
    CHECK(eventually([&] { return known() == 2; }));
    // By a snapshot perhaps: who told of it must have been heard of.
    scene.check_log();
    scene.paletted.reset();
    std::filesystem::remove_all(scene.home->store(api::palettes_daemon.name));
    scene.paletted.emplace(*scene.home);
    CHECK(eventually([&] { return known() == 0; }));
}
