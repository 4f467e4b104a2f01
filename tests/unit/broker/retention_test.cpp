#include "broker/core/retention.hpp"

#include "broker/core/peers.hpp"
#include "told.hpp"

using namespace palette;
using namespace palette::test;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t plenty = std::uint64_t{1} << 40;

struct Scene {
    BrokerLog log;
    broker::Retention retention{.age = 24h, .bytes = plenty, .held_bytes = plenty};
    broker::Peers peers;

    void trim() {
        const auto now = log.store.clock.now();
        while (broker::wants_trimming(log.store.read(), retention, now)) {
            REQUIRE(log.store->write([&](store::WriteTxn& txn) {
                static_cast<void>(broker::trim(txn, retention, now));
            }));
        }
    }
    void read(std::string_view consumer, std::uint64_t after,
              std::optional<api::Offset> settled = std::nullopt) {
        log.store.clock.advance(1ms);
        peers.heard(api::ReadEvents{.consumer = *api::Word::from(consumer),
                                    .after = api::Offset::clamped(after),
                                    .settled = settled},
                    log.store.clock.now());
        const auto saved = log.store->write(
            [&](store::WriteTxn& txn) { return peers.save(txn, log.store.clock.now()); });
        REQUIRE(saved);
        peers.saved(*saved);
    }
    [[nodiscard]] std::uint64_t first() const { return broker::first_offset(log.store.read()); }
};

}  // namespace

TEST_CASE("events go by age, but never the newest") {
    Scene scene;
    REQUIRE(scene.log.append(batch(1, 10)));
    scene.log.store.clock.advance(23h);
    REQUIRE(scene.log.append(batch(11, 10)));
    scene.trim();
    CHECK(scene.first() == 1);
    scene.log.store.clock.advance(2h);
    scene.trim();
    CHECK(scene.first() == 11);
    scene.log.store.clock.advance(48h);
    scene.trim();
    CHECK(scene.first() == 20);
    CHECK(scene.log.append(batch(21, 1))->sequence.value() == 21);
    CHECK(broker::head_offset(scene.log.store.read()) == 21);
}

TEST_CASE("events go by size, in steps") {
    Scene scene;
    constexpr std::uint64_t count = broker::most_trimmed_at_once + 500;
    for (std::uint64_t i = 0; i < count / 250; ++i)
        REQUIRE(scene.log.append(batch(1 + i * 250, 250)));
    const auto all = broker::kept_bytes(scene.log.store.read());
    scene.retention.bytes = all / count * 10;
    const auto now = scene.log.store.clock.now();
    CHECK(*scene.log.store->write([&](store::WriteTxn& txn) {
        return broker::trim(txn, scene.retention, now);
    }) == broker::Sweep::goes_on);
    CHECK(scene.first() == broker::most_trimmed_at_once + 1);
    scene.trim();
    CHECK(broker::kept_bytes(scene.log.store.read()) <= scene.retention.bytes);
    CHECK(count - scene.first() < 12);
    const store::ReadTxn txn = scene.log.store.read();
    CHECK(txn.count_rows(broker::subjects) == txn.count_rows(broker::log));
}

TEST_CASE("a place right before the first event kept is a place, also of an earlier run") {
    Scene scene;
    REQUIRE(scene.log.append(batch(1, 10)));
    scene.log.restart();
    scene.log.store.clock.advance(48h);
    REQUIRE(scene.log.append(batch(11, 10)));
    scene.trim();
    REQUIRE(scene.first() == 11);
    const store::ReadTxn txn = scene.log.store.read();
    CHECK(broker::read(txn, {.after = 10, .limit = 10, .log = first_run}));
    CHECK_FALSE(broker::read(txn, {.after = 10, .limit = 10, .log = second_run}));
}

TEST_CASE("the log waits for a consumer, up to a limit, and then says that it is lost") {
    Scene scene;
    REQUIRE(scene.log.append(batch(1, 20)));
    scene.read("slow", 5);
    scene.read("fast", 20);
    scene.log.store.clock.advance(48h);
    scene.trim();
    CHECK(scene.first() == 6);
    CHECK(broker::lost_consumers(scene.log.store.read()).empty());
    scene.retention.held_bytes = 1;
    scene.trim();
    CHECK(scene.first() == 20);
    CHECK(broker::lost_consumers(scene.log.store.read()) == std::vector<std::string>{"slow"});
    // It has loaded a snapshot.
    scene.read("slow", 20);
    CHECK(broker::lost_consumers(scene.log.store.read()).empty());
}

TEST_CASE("a consumer that is lost for good is forgotten") {
    Scene scene;
    REQUIRE(scene.log.append(batch(1, 20)));
    scene.read("gone", 5);
    scene.retention.held_bytes = 1;
    scene.log.store.clock.advance(48h);
    scene.trim();
    scene.read("other", 20);
    CHECK(broker::lost_consumers(scene.log.store.read()).size() == 1);
    scene.log.store.clock.advance(broker::lost_are_kept);
    scene.read("other", 20);
    CHECK(broker::lost_consumers(scene.log.store.read()).empty());
}

TEST_CASE("what a consumer may have to read again is kept") {
    Scene scene;
    REQUIRE(scene.log.append(batch(1, 20)));
    scene.read("careful", 20, api::Offset(8));
    scene.log.store.clock.advance(48h);
    scene.trim();
    CHECK(scene.first() == 9);
}

TEST_CASE("a consumer's place is saved and shown also when the clock was set back") {
    Scene scene;
    REQUIRE(scene.log.append(batch(1, 20)));
    scene.read("reader", 5);
    scene.log.store.clock.advance(-1h);
    scene.read("reader", 15);
    const auto place_in = [&](const broker::Peers& peers) {
        return peers.status(scene.log.store.read()).consumers[0].offset.value();
    };
    CHECK(place_in(scene.peers) == 15);
    CHECK(place_in(broker::Peers()) == 15);
    // What is not saved yet is shown too.
    scene.peers.heard(api::ReadEvents{.consumer = api::Word("reader"), .after = 17},
                      scene.log.store.clock.now());
    CHECK(scene.peers.has_unsaved());
    CHECK(place_in(scene.peers) == 17);
    CHECK(place_in(broker::Peers()) == 15);
}

TEST_CASE("status tells of consumers, sources and how far they are behind") {
    Scene scene;
    REQUIRE(scene.log.append(batch(1, 20)));
    scene.read("reader", 15);
    const auto now = scene.log.store.clock.now();
    scene.peers.heard(
        api::LocateSource{.source = paletted_source, .incarnation = first_life, .newest = 23}, now);
    const auto status = scene.peers.status(scene.log.store.read());
    CHECK(status.first.value() == 1);
    CHECK(status.head.value() == 20);
    CHECK(status.bytes.value() > 0);
    REQUIRE(status.consumers.size() == 1);
    CHECK(status.consumers[0].name.text() == "reader");
    CHECK(status.consumers[0].lag.value() == 5);
    REQUIRE(status.sources.size() == 1);
    CHECK(status.sources[0].source == paletted_source);
    CHECK(status.sources[0].sequence.value() == 20);
    CHECK(status.sources[0].lag.value() == 3);
    CHECK(status.sources[0].seen_at == now);
    // What another broker process knows is what was saved.
    const auto saved = broker::Peers().status(scene.log.store.read());
    CHECK(saved.consumers[0].offset.value() == 15);
    CHECK_FALSE(saved.sources[0].seen_at);
}
