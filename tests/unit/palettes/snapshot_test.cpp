#include "palettes/core/snapshot.hpp"

#include "palettes/core/sessions.hpp"
#include "registry.hpp"

using namespace palette;
using namespace palette::test;

namespace {

// All pages, one after the other.
std::vector<api::NewEvent> snapshot_of(Registry& registry) {
    const store::ReadTxn txn = registry.store.read();
    std::vector<api::NewEvent> states;
    api::ReadSnapshot wanted;
    do {
        const auto page = palettes::read_snapshot(txn, registry.store->incarnation(), wanted,
                                                  registry.store.clock.now());
        REQUIRE(page);
        CHECK(page->incarnation.text() == registry.store->incarnation());
        REQUIRE(page->items.size() <= api::most_events_a_page);
        states.insert(states.end(), page->items.begin(), page->items.end());
        wanted.after = page->next;
    } while (wanted.after);
    // What tokens are signed with comes first.
    REQUIRE_FALSE(states.empty());
    CHECK(states.front().type.text() == "keys.changed");
    states.erase(states.begin());
    return states;
}

}  // namespace

TEST_CASE("the pages of a snapshot hold everybody and every palette once, private ones too") {
    Registry registry;
    for (int i = 1; i <= 450; ++i) {
        auto wanted = titled("p" + std::to_string(i));
        if (i % 2 == 0) wanted.visibility = api::Visibility::private_;
        REQUIRE(registry.create(registry.alice, wanted));
    }
    REQUIRE(registry.update(registry.alice, {.ref{"1"}, .title = api::Title("changed")}));
    const auto states = snapshot_of(registry);
    REQUIRE(states.size() == 452);
    CHECK(states[0].subject.text() == "user/1");
    CHECK(states[1].subject.text() == "user/2");
    for (std::uint64_t id = 1; id <= 450; ++id) {
        const api::NewEvent& state = states[id + 1];
        const auto data = api::read_json<api::PaletteCreated>(state.data.text());
        REQUIRE(data);
        CHECK(data->palette.id.value() == id);
        CHECK(data->owner_id == registry.alice.id);
        CHECK(state.revision.value() == (id == 1 ? 2 : 1));
        CHECK(state.audience == (id % 2 == 0 ? api::Audience::daemons : api::Audience::public_));
    }
}

TEST_CASE("a snapshot tells of ended sessions that are in force, and of nobody who left") {
    Registry registry;
    REQUIRE(registry.create(registry.alice, titled("Sea Glass")));
    REQUIRE(registry.create(registry.bob, titled("Open")));
    REQUIRE(registry.store->write([&](store::WriteTxn& txn) {
        for (std::uint8_t i = 0; i < 250; ++i) {
            palettes::tell_ended(txn, {i}, begin_of_time + std::chrono::minutes(1 + i % 2 * 4),
                                 begin_of_time);
        }
    }));
    registry.close_account(registry.alice);
    const auto all = snapshot_of(registry);
    CHECK(all.size() == 2 + 250);
    CHECK(all[0].subject.text() == "user/2");
    CHECK(all[1].subject.text() == "palette/2");
    registry.store.clock.advance(std::chrono::minutes(3));
    const auto later = snapshot_of(registry);
    CHECK(later.size() == 2 + 125);
    CHECK(later[2].type.text() == "session.ended");
}

TEST_CASE("a snapshot's cursor that no page gave is refused") {
    Registry registry;
    const store::ReadTxn txn = registry.store.read();
    const auto refused = palettes::read_snapshot(txn, registry.store->incarnation(),
                                                 {.after = api::Cursor("x")}, begin_of_time);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::invalid_argument);
}
