// What an event that erases leaves of the earlier ones of its subject, for a broker that comes
// late.
#include "outbox/erasing.hpp"

#include "api/reader.hpp"
#include "catch.hpp"
#include "outbox/outbox.hpp"
#include "test_store.hpp"

#include <string>
#include <vector>

using namespace palette;
using namespace palette::test;

namespace {

struct Outbox {
    TestStore store{{outbox::outbox_tables.begin(), outbox::outbox_tables.end()}};

    void append(const std::string& subject, const std::string& word, std::size_t times = 1) {
        append_all({.type = api::Word("palette.created"),
                    .subject = *api::Word::from(subject),
                    .time = store.clock.now(),
                    .topic = api::Topic("palettes"),
                    .audience = api::Audience::public_,
                    .revision = 1,
                    .data = api::Json("\"" + word + "\"")},
                   times);
    }
    void erase(const std::string& subject) {
        append_all({.type = api::Word("palette.deleted"),
                    .subject = *api::Word::from(subject),
                    .time = store.clock.now(),
                    .topic = api::Topic("palettes"),
                    .audience = api::Audience::public_,
                    .revision = 2,
                    .data = api::Json("\"gone\""),
                    .erases = true},
                   1);
    }
    void append_all(const api::NewEvent& event, std::size_t times) {
        REQUIRE(store->write([&](store::WriteTxn& txn) {
            for (std::size_t i = 0; i < times; ++i)
                outbox::append(txn, event);
        }));
    }
    // The data of all that is handed over, batch by batch.
    std::vector<std::string> told() {
        std::vector<std::string> all;
        const store::ReadTxn txn = store.read();
        for (;;) {
            const auto batch = outbox::outbox_rows.read_batch(txn, all.size() + 1);
            if (batch.events.empty()) return all;
            for (const auto& event : batch.events)
                all.push_back(api::read_json<api::NewEvent>(event.json())->data.text());
        }
    }
    // How many rows still have that word on disk.
    std::size_t rows_with(const std::string& word) {
        std::size_t count = 0;
        const store::ReadTxn txn = store.read();
        for (const auto& [number, row] : txn.scan(outbox::rows))
            count += row.event.find(word) != std::string_view::npos ? 1 : 0;
        return count;
    }
    void trim(std::uint64_t acknowledged) {
        REQUIRE(store->write([&](store::WriteTxn& txn) {
            outbox::outbox_rows.trim(txn, acknowledged, store.clock.now());
        }));
    }
    [[nodiscard]] bool wants_trimming() {
        return outbox::outbox_rows.wants_trimming(store.read(), 0, store.clock.now());
    }
};

}  // namespace

TEST_CASE("what is erased is handed over without its data, whoever asks for it first") {
    Outbox outbox;
    outbox.append("palette/1", "secret");
    outbox.append("palette/2", "other");
    outbox.append("palette/1", "secret");
    const auto before = outbox.store.read().get(outbox::rows, 1)->written_at;
    outbox.store.clock.advance(std::chrono::seconds(1));
    outbox.erase("palette/1");
    outbox.append("palette/1", "public again");
    CHECK(outbox.told() ==
          std::vector<std::string>{"null", "\"other\"", "null", "\"gone\"", "\"public again\""});
    CHECK(outbox.rows_with("secret") == 0);
    // By number and moment a relay knows its own.
    CHECK(outbox::outbox_rows.written_at(outbox.store.read(), 1) == before);
    CHECK_FALSE(outbox.wants_trimming());
}

TEST_CASE("of very many events the data is hidden at once, and erased in steps") {
    Outbox outbox;
    constexpr std::size_t step = outbox::most_erased_at_once;
    outbox.append("palette/1", "secret", 2 * step + 10);
    outbox.append("palette/2", "other");
    outbox.erase("palette/1");
    const std::size_t through = 2 * step + 10;
    const auto check_told = [&] {
        const auto told = outbox.told();
        REQUIRE(told.size() == through + 2);
        for (std::size_t i = 0; i < through; ++i)
            CHECK(told[i] == "null");
        CHECK(told[through] == "\"other\"");
        CHECK(told[through + 1] == "\"gone\"");
    };
    CHECK(outbox.rows_with("secret") == step + 10);
    check_told();
    outbox.store.reopen();
    REQUIRE(outbox.wants_trimming());
    outbox.trim(0);
    CHECK(outbox.rows_with("secret") == 10);
    check_told();
    outbox.trim(0);
    CHECK(outbox.rows_with("secret") == 0);
    check_told();
    CHECK_FALSE(outbox.wants_trimming());
}

TEST_CASE("rows that go leave nothing in the index") {
    Outbox outbox;
    outbox.append("palette/1", "one", 3);
    outbox.store.clock.advance(outbox::acknowledged_are_kept + std::chrono::hours(1));
    outbox.trim(3);
    CHECK(outbox.store.read().count_rows(outbox::rows) == 1);
    CHECK(outbox.store.read().count_rows(outbox::subjects) == 1);
}

TEST_CASE("events of before there was an index are found by their subject too") {
    Outbox outbox;
    outbox.append("palette/1", "secret");
    REQUIRE(outbox.store->write([](store::WriteTxn& txn) {
        for (const auto& [key, mark] : txn.scan(outbox::subjects))
            txn.erase(outbox::subjects, key);
        outbox::index_subjects(txn);
    }));
    outbox.erase("palette/1");
    CHECK(outbox.rows_with("secret") == 0);
}
