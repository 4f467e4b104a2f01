#include "palettes/core/snapshot.hpp"

#include "registry.hpp"

using namespace palette;
using namespace palette::test;

TEST_CASE("the pages of a snapshot hold every palette once, private ones too") {
    Registry registry;
    for (int i = 1; i <= 450; ++i) {
        auto wanted = titled("p" + std::to_string(i));
        if (i % 2 == 0) wanted.visibility = api::Visibility::private_;
        REQUIRE(registry.create(registry.alice, wanted));
    }
    const store::ReadTxn txn = registry.store.read();
    api::ReadSnapshot wanted;
    std::uint64_t expected = 0;
    do {
        const auto page =
            palettes::read_snapshot(txn, registry.store->incarnation(), wanted, begin_of_time);
        REQUIRE(page);
        CHECK(page->incarnation.text() == registry.store->incarnation());
        REQUIRE(page->items.size() <= api::most_events_a_page);
        for (const api::NewEvent& state : page->items) {
            const auto data = api::read_json<api::PaletteCreated>(state.data.text());
            REQUIRE(data);
            CHECK(data->palette.id.value() == ++expected);
            CHECK(data->owner_id == registry.alice.id);
        }
        wanted.after = page->next;
    } while (wanted.after);
    CHECK(expected == 450);
}

TEST_CASE("a snapshot's cursor that no page gave is refused") {
    Registry registry;
    const store::ReadTxn txn = registry.store.read();
    const auto refused = palettes::read_snapshot(txn, registry.store->incarnation(),
                                                 {.after = api::Cursor("x")}, begin_of_time);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::invalid_argument);
}
