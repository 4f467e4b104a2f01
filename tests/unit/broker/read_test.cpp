#include "broker_log.hpp"

using namespace palette;
using namespace palette::test;

TEST_CASE("an empty log has a page, and a place") {
    BrokerLog log;
    const auto page = log.read({.limit = 10});
    CHECK(page.items.empty());
    CHECK(page.through == 0);
    CHECK(page.head == 0);
    const auto place = broker::locate(log.store.read(), {.since = begin_of_time});
    CHECK(place.first.value() == 1);
    CHECK(place.head.value() == 0);
    CHECK(place.before.value() == 0);
}

TEST_CASE("pages join up by `through`, whatever is left out") {
    BrokerLog log;
    std::vector<std::uint64_t> open;
    for (std::uint64_t i = 1; i <= 900; ++i) {
        const bool is_hidden = i > 10 && i < 700 && i != 400;
        log.append_one(event_of(i % 2 == 0 ? api::Topic("palettes") : api::Topic("users"),
                                is_hidden ? api::Audience::daemons : api::Audience::public_));
        if (!is_hidden && i % 2 == 0) open.push_back(i);
    }
    for (const std::size_t limit : {1U, 100U, 256U}) {
        std::vector<std::uint64_t> seen;
        std::uint64_t after = 0;
        while (true) {
            const auto page =
                log.read({.after = after, .limit = limit, .topics = {api::Topic("palettes")}});
            for (const api::Event& event : page.items)
                seen.push_back(event.offset.value());
            CHECK(page.head == 900);
            if (page.through == after) break;
            REQUIRE(page.through > after);
            after = page.through;
        }
        CHECK(after == 900);
        CHECK(seen == open);
    }
}

TEST_CASE("those who may read all get what is not public too") {
    BrokerLog log;
    log.append_one(event_of(api::Topic("palettes"), api::Audience::daemons));
    CHECK(log.read({.limit = 10}).items.empty());
    CHECK(log.read({.limit = 10, .reader = broker::Reader::daemon}).items.size() == 1);
}

TEST_CASE("a page ends at half a MiB, but has one event at least") {
    BrokerLog log;
    const std::string large = "\"" + std::string(300 * 1024, 'x') + "\"";
    const std::string larger = "\"" + std::string(700 * 1024, 'x') + "\"";
    log.append_one(event_of(api::Topic("palettes"), api::Audience::public_, large));
    log.append_one(event_of(api::Topic("palettes"), api::Audience::public_, large));
    log.append_one(event_of(api::Topic("palettes"), api::Audience::public_, larger));
    CHECK(log.read({.limit = 10}).through == 1);
    CHECK(log.read({.after = 1, .limit = 10}).through == 2);
    CHECK(log.read({.after = 2, .limit = 10}).items.size() == 1);
}

TEST_CASE("what is no longer kept is out of range, and the answer says where to go on") {
    BrokerLog log;
    REQUIRE(log.append(batch(1, 10)));
    REQUIRE(log.store->write([](store::WriteTxn& txn) {
        for (std::uint64_t offset = 1; offset <= 4; ++offset)
            txn.erase(broker::log, offset);
    }));
    const store::ReadTxn txn = log.store.read();
    const auto refused = broker::read(txn, {.after = 3, .limit = 10});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::out_of_range);
    CHECK(refused.error().hint.find("after offset 4") != std::string::npos);
    CHECK(broker::read(txn, {.after = 4, .limit = 10})->items.size() == 6);
    CHECK(broker::locate(txn, {}).first.value() == 5);
}

TEST_CASE("a moment is found in the log also when the clock was set back") {
    BrokerLog log;
    const auto pass = [&](std::chrono::seconds time) { log.store.clock.advance(time); };
    using namespace std::chrono_literals;
    pass(100s);
    REQUIRE(log.append(batch(1, 4)));
    pass(-90s);
    REQUIRE(log.append(batch(5, 4)));
    pass(100s);
    REQUIRE(log.append(batch(9, 1)));
    const store::ReadTxn txn = log.store.read();
    CHECK(broker::locate(txn, {.since = begin_of_time + 5s}).before.value() == 0);
    CHECK(broker::locate(txn, {.since = begin_of_time + 50s}).before.value() == 0);
    CHECK(broker::locate(txn, {.since = begin_of_time + 105s}).before.value() == 8);
}

TEST_CASE("a moment is found in the log") {
    BrokerLog log;
    for (std::uint64_t i = 1; i <= 5; ++i) {
        REQUIRE(log.append(batch(2 * i - 1, 2)));
        log.store.clock.advance(std::chrono::seconds(1));
    }
    const store::ReadTxn txn = log.store.read();
    const auto before = [&](std::chrono::milliseconds since) {
        return broker::locate(txn, {.since = begin_of_time + since}).before.value();
    };
    using namespace std::chrono_literals;
    CHECK(before(-1h) == 0);
    CHECK(before(0ms) == 0);
    CHECK(before(1ms) == 2);
    CHECK(before(1'000ms) == 2);
    CHECK(before(3'500ms) == 8);
    CHECK(before(1h) == 10);
    CHECK(broker::locate(txn, {}).before.value() == 10);
}
