// What becomes of a consumer's events in its store, and of those that cannot be taken in.
#include "outbox/intake.hpp"

#include "catch.hpp"
#include "outbox/parking.hpp"
#include "outbox/sink.hpp"
#include "test_store.hpp"

#include <stdexcept>
#include <string>
#include <vector>

using namespace palette;
using namespace palette::test;

namespace {

constexpr store::Table<std::uint64_t, std::string> heard{"heard"};

// Writes down what it is given, and throws at poison.
class Notebook final : public outbox::Sink {
  public:
    void apply(const api::Event& event, store::WriteTxn& txn) override {
        txn.put(heard, txn.next_id("heard"), event.data.text());
        if (event.data.text() == R"("poison")") throw std::runtime_error("it was poison");
    }
    void begin_snapshot(store::WriteTxn&) override {}
    void apply_snapshot(const api::NewEvent&, store::WriteTxn&) override {}
    [[nodiscard]] Sweep sweep(store::WriteTxn&) override { return Sweep::done; }
};

api::Event event_at(std::uint64_t offset, const std::string& json, int subject = 1) {
    return {.specversion = api::Word("1.0"),
            .id = *api::Word::from("life-" + std::to_string(offset)),
            .source = api::Source("paletted/1"),
            .type = api::Word("palette.created"),
            .subject = *api::Word::from("palette/" + std::to_string(subject)),
            .time = begin_of_time,
            .offset = api::Offset::clamped(offset),
            .topic = api::Topic("palettes"),
            .audience = api::Audience::public_,
            .revision = 1,
            .data = api::Json(json)};
}

struct Consumption {
    TestStore store{{heard.name, outbox::consumer_table, outbox::parked.name}};
    Notebook notebook;
    std::vector<std::string> notices;
    outbox::Intake intake{"test", notebook, *store,
                          [this](outbox::NoticeLevel, std::string_view event, std::string_view) {
                              notices.emplace_back(event);
                          }};

    Result<void> take(const std::vector<api::Event>& events, std::uint64_t through) {
        std::vector<const api::Event*> views;
        for (const api::Event& event : events)
            views.push_back(&event);
        return intake.take(views, {.offset = through, .incarnation = "life", .log = "log"});
    }
    [[nodiscard]] std::vector<std::string> lines() {
        const store::ReadTxn txn = store.read();
        std::vector<std::string> all;
        for (const auto& [number, line] : txn.scan(heard))
            all.push_back(line);
        return all;
    }
    // 0 while there is no cursor.
    [[nodiscard]] std::uint64_t cursor() {
        const auto row = store.read().get(outbox::cursors, "test");
        return row ? row->offset : 0;
    }
};

}  // namespace

TEST_CASE("events are taken in order, and the cursor moves to the end of their page") {
    Consumption consumption;
    REQUIRE(consumption.take({event_at(3, R"("a")"), event_at(5, R"("b")")}, 9));
    CHECK(consumption.lines() == std::vector<std::string>{R"("a")", R"("b")"});
    CHECK(consumption.cursor() == 9);
}

TEST_CASE("what was erased is passed over") {
    Consumption consumption;
    REQUIRE(consumption.take({event_at(3, "null"), event_at(5, R"("b")")}, 9));
    CHECK(consumption.lines() == std::vector<std::string>{R"("b")"});
    CHECK(consumption.cursor() == 9);
}

TEST_CASE("the cursor waits at an event that fails, and nothing of it is kept") {
    Consumption consumption;
    const std::vector page{event_at(3, R"("a")"), event_at(5, R"("poison")"),
                           event_at(6, R"("c")")};
    const auto taken = consumption.take(page, 9);
    REQUIRE_FALSE(taken);
    CHECK_THAT(taken.error().message, Catch::Contains("it was poison"));
    CHECK(consumption.lines() == std::vector<std::string>{R"("a")"});
    CHECK(consumption.cursor() == 3);
    CHECK(consumption.notices.empty());
}

TEST_CASE("an event that failed often enough is put aside, those of its subject behind it") {
    Consumption consumption;
    const std::vector page{event_at(5, R"("poison")"), event_at(6, R"("behind")"),
                           event_at(7, R"("other")", 2)};
    for (std::uint32_t tried = 1; tried < outbox::most_tries; ++tried)
        REQUIRE_FALSE(consumption.take(page, 9));
    REQUIRE(consumption.take(page, 9));
    CHECK(consumption.lines() == std::vector<std::string>{R"("other")"});
    CHECK(consumption.cursor() == 9);
    CHECK(consumption.store.read().count_rows(outbox::parked) == 2);
    CHECK(consumption.notices == std::vector<std::string>{"consumer.parked"});
}
