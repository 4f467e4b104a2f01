// The log as an outbox: its events have numbers without holes, whatever stands between them.
#include "popularity/log_events.hpp"

#include "both_stores.hpp"

using namespace palette;
using namespace palette::test;

namespace {

struct Scene {
    BothStores stores;
    popularity::LogEvents events{*stores.tables};

    // Rows that are no events around each like.
    explicit Scene(std::uint64_t likes) {
        stores.learn(palette_numbered(1));
        for (std::uint64_t who = 2; who < likes + 2; ++who) {
            REQUIRE(stores.like(caller(who, "somebody"), api::PaletteRef("1")));
            REQUIRE(stores.view(caller(who, "somebody"), api::PaletteRef("1")));
        }
    }
    [[nodiscard]] std::vector<std::string> handed_over(std::uint64_t first) {
        std::vector<std::string> all;
        const store::ReadTxn txn = stores.store.read();
        while (true) {
            const auto batch = events.read_batch(txn, first);
            if (batch.events.empty()) return all;
            CHECK(batch.first == first);
            CHECK(batch.events.size() <= api::most_events_a_page);
            for (const auto& json : batch.events) {
                const auto event = api::read_json<api::NewEvent>(json.json());
                REQUIRE(event);
                all.push_back(event->data.text());
            }
            first += batch.events.size();
        }
    }
    void trim(std::uint64_t acknowledged) {
        stores.write([&](store::WriteTxn& txn) { events.trim(txn, acknowledged, stores.now()); });
    }
    [[nodiscard]] outbox::Kept kept() { return events.kept(stores.store.read()); }
};

}  // namespace

TEST_CASE("events are handed over in order from any sequence, each once") {
    Scene scene(300);
    const auto all = scene.handed_over(1);
    REQUIRE(all.size() == 300);
    const auto some = scene.handed_over(299);
    CHECK(some == std::vector<std::string>(all.end() - 2, all.end()));
    CHECK(scene.handed_over(301).empty());
    CHECK(scene.kept().first == 1);
    CHECK(scene.kept().newest == 300);
    CHECK(scene.events.written_at(scene.stores.store.read(), 300) == begin_of_time);
    CHECK_FALSE(scene.events.written_at(scene.stores.store.read(), 301));
}

TEST_CASE("a log without events hands over nothing and begins at 1") {
    Scene scene(0);
    CHECK(scene.kept().first == 1);
    CHECK(scene.kept().newest == 0);
    CHECK(scene.handed_over(1).empty());
}

TEST_CASE("a row goes when fold, broker and the days kept are past it, and not before") {
    Scene scene(10);
    const auto rows = [&] { return scene.stores.store.read().count_rows(popularity::log); };
    const auto before = rows();
    scene.trim(10);
    CHECK(rows() == before);  // too young
    scene.stores.store.clock.advance(outbox::acknowledged_are_kept + std::chrono::hours(1));
    scene.trim(10);
    CHECK(rows() == before);  // not folded
    REQUIRE(popularity::fold_all(*scene.stores.store, *scene.stores.tables, *scene.stores.ledger));
    scene.trim(0);
    CHECK(rows() == before);  // the broker has none
    scene.trim(4);
    CHECK(scene.kept().first == 4);
    CHECK(scene.handed_over(4).size() == 7);
    scene.trim(10);
    CHECK(scene.kept().first == 10);
    CHECK(scene.kept().newest == 10);
    // The next has the next number.
    REQUIRE(scene.stores.like(caller(99, "late"), api::PaletteRef("1")));
    CHECK(scene.kept().newest == 11);
    CHECK(scene.handed_over(11).size() == 1);
}
