#include "outbox/outbox.hpp"

#include "api/reader.hpp"
#include "api/writer.hpp"
#include "catch.hpp"
#include "test_store.hpp"

#include <string>

using namespace palette;
using namespace palette::test;

namespace {

api::NewEvent event_saying(const std::string& word, Timestamp at = begin_of_time) {
    return {.type = api::Word("palette.created"),
            .subject = api::Word("palette/1"),
            .time = at,
            .topic = api::Topic("palettes"),
            .audience = api::Audience::public_,
            .revision = 1,
            .data = api::Json("\"" + word + "\"")};
}

struct Outbox {
    TestStore store{{outbox::outbox_tables.begin(), outbox::outbox_tables.end()}};

    void append(const std::string& word) {
        REQUIRE(store->write([&](store::WriteTxn& txn) {
            outbox::append(txn, event_saying(word, store.clock.now()));
        }));
    }
    void trim(std::uint64_t acknowledged) {
        REQUIRE(store->write([&](store::WriteTxn& txn) {
            outbox::outbox_rows.trim(txn, acknowledged, store.clock.now());
        }));
    }
};

}  // namespace

TEST_CASE("events are numbered without holes, whatever is rolled back") {
    Outbox outbox;
    outbox.append("one");
    CHECK_FALSE(outbox.store->write([&](store::WriteTxn& txn) -> Result<int> {
        outbox::append(txn, event_saying("never"));
        return refuse(ErrorKind::aborted, "", "after a put");
    }));
    outbox.append("two");
    const store::ReadTxn txn = outbox.store.read();
    const auto batch = outbox::outbox_rows.read_batch(txn, 1);
    CHECK(batch.first == 1);
    REQUIRE(batch.events.size() == 2);
    CHECK(api::read_json<api::NewEvent>(batch.events[1].json())->data.text() == "\"two\"");
}

TEST_CASE("a batch ends at a page of events or bytes, but has one at least") {
    Outbox outbox;
    const std::string large(300 * 1024, 'x');
    for (int i = 0; i < 3; ++i)
        outbox.append(large);
    for (std::size_t i = 0; i < api::most_events_a_page + 1; ++i)
        outbox.append("small");
    const store::ReadTxn txn = outbox.store.read();
    CHECK(outbox::outbox_rows.read_batch(txn, 1).events.size() == 1);
    CHECK(outbox::outbox_rows.read_batch(txn, 4).events.size() == api::most_events_a_page);
    CHECK(outbox::outbox_rows.read_batch(txn, 260).events.size() == 1);
    CHECK(outbox::outbox_rows.read_batch(txn, 261).events.empty());
}

TEST_CASE("events keep their numbers when those before them are no longer kept") {
    Outbox outbox;
    for (const char* word : {"one", "two", "three"})
        outbox.append(word);
    outbox.store.clock.advance(outbox::acknowledged_are_kept + std::chrono::hours(1));
    outbox.append("four");
    CHECK(outbox::outbox_rows.kept(outbox.store.read()).first == 1);
    outbox.trim(4);
    const store::ReadTxn txn = outbox.store.read();
    CHECK(outbox::outbox_rows.kept(txn).first == 4);
    const auto batch = outbox::outbox_rows.read_batch(txn, 1);
    CHECK(batch.first == 4);
    CHECK(batch.events.size() == 1);
}

TEST_CASE("only what is acknowledged and old goes, and the newest row never") {
    Outbox outbox;
    for (const char* word : {"one", "two", "three"})
        outbox.append(word);
    const auto kept = [&] { return outbox.store.read().count_rows(outbox::rows); };
    outbox.trim(3);
    CHECK(kept() == 3);
    outbox.store.clock.advance(outbox::acknowledged_are_kept + std::chrono::milliseconds(1));
    CHECK_FALSE(
        outbox::outbox_rows.wants_trimming(outbox.store.read(), 0, outbox.store.clock.now()));
    CHECK(outbox::outbox_rows.wants_trimming(outbox.store.read(), 2, outbox.store.clock.now()));
    outbox.trim(2);
    CHECK(kept() == 2);
    outbox.trim(3);
    CHECK(kept() == 1);
    CHECK_FALSE(
        outbox::outbox_rows.wants_trimming(outbox.store.read(), 3, outbox.store.clock.now()));
    outbox.append("four");
    CHECK(outbox::outbox_rows.read_batch(outbox.store.read(), 4).events.size() == 1);
}

TEST_CASE("acknowledged rows go also when all together are too large, oldest first") {
    Outbox outbox;
    constexpr std::uint64_t third = outbox::most_kept_bytes / 3;
    const std::string json = api::to_json(event_saying("large"));
    // As if there had been events of that size.
    REQUIRE(outbox.store->write([&](store::WriteTxn& txn) {
        for (std::uint64_t n = 1; n <= 5; ++n)
            txn.put(outbox::rows, n, {outbox.store.clock.now(), n * third, json});
    }));
    const auto wants = [&](std::uint64_t acknowledged) {
        return outbox::outbox_rows.wants_trimming(outbox.store.read(), acknowledged,
                                                  outbox.store.clock.now());
    };
    const auto first = [&] { return outbox::outbox_rows.kept(outbox.store.read()).first; };
    CHECK_FALSE(wants(1));
    CHECK(wants(5));
    outbox.trim(2);
    CHECK(first() == 2);
    outbox.trim(5);
    CHECK(first() == 3);
    CHECK_FALSE(wants(5));
}

TEST_CASE("the bytes of an outbox are counted over all events there have been") {
    Outbox outbox;
    outbox.append("one");
    outbox.append("two");
    outbox.append("three");
    const store::ReadTxn txn = outbox.store.read();
    std::uint64_t bytes = 0;
    for (const auto& [number, row] : txn.scan(outbox::rows)) {
        bytes += row.event.size();
        CHECK(row.bytes_through == bytes);
    }
    CHECK(outbox::outbox_rows.kept(txn).newest == 3);
}
