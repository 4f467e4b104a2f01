#include "broker/core/history.hpp"

#include "broker_log.hpp"

using namespace palette;
using namespace palette::test;

namespace {

api::LocateEvents place(std::uint64_t after, const api::Incarnation& run) {
    return {.after = api::Offset::clamped(after), .log = run};
}

// What is refused, empty when nothing is.
std::string refusal(BrokerLog& log, std::uint64_t after, const api::Incarnation& run) {
    const store::ReadTxn txn = log.store.read();
    const auto page = broker::read(txn, {.after = after, .limit = 10, .log = run});
    if (page) return {};
    CHECK(page.error().kind == ErrorKind::out_of_range);
    return page.error().message;
}

}  // namespace

TEST_CASE("a place stays one while the log only grows, over restarts") {
    BrokerLog log;
    REQUIRE(log.append(batch(1, 5)));
    log.restart();
    CHECK(refusal(log, 5, first_run).empty());
    REQUIRE(log.append(batch(6, 5)));
    CHECK(refusal(log, 3, first_run).empty());
    CHECK(refusal(log, 5, first_run).empty());
    CHECK(refusal(log, 8, second_run).empty());
    CHECK(refusal(log, 0, second_run).empty());
}

TEST_CASE("a page is of one incarnation, which is told with it") {
    BrokerLog log;
    REQUIRE(log.append(batch(1, 5)));
    log.restart();
    REQUIRE(log.append(batch(6, 5)));
    const auto first = log.read({.after = 2, .limit = 100});
    CHECK(first.through == 5);
    CHECK(first.log == first_run);
    const auto second = log.read({.after = 5, .limit = 100});
    CHECK(second.through == 10);
    CHECK(second.log == second_run);
    CHECK(log.read({.after = 10, .limit = 100}).log == second_run);
    CHECK(broker::locate(log.store.read(), {}).log == second_run);
}

TEST_CASE("who has read what this log never had is told, however far it has come since") {
    // An older copy: it had 5 events when it was made, and the original went on to 9.
    BrokerLog copy;
    REQUIRE(copy.append(batch(1, 5)));
    CHECK(refusal(copy, 9, first_run).find("ends at offset 5") != std::string::npos);
    copy.restart();
    for (std::uint64_t next = 6; next <= 12; ++next) {
        REQUIRE(copy.append(batch(next, 1)));
        CHECK_FALSE(refusal(copy, 9, first_run).empty());
        CHECK_FALSE(refusal(copy, 6, first_run).empty());
        CHECK(refusal(copy, 5, first_run).empty());
    }
    const auto position = broker::locate(copy.store.read(), place(9, first_run));
    CHECK(position.before.value() == 5);
    CHECK(broker::locate(copy.store.read(), place(3, first_run)).before.value() == 3);
}

TEST_CASE("another log shares nothing") {
    BrokerLog log;
    REQUIRE(log.append(batch(1, 5)));
    CHECK_FALSE(refusal(log, 3, second_run).empty());
    CHECK(broker::locate(log.store.read(), place(3, second_run)).before.value() == 0);
    BrokerLog empty;
    CHECK_FALSE(refusal(empty, 3, second_run).empty());
}

TEST_CASE("daemons are told of a source whose store is another one, once") {
    BrokerLog log;
    REQUIRE(log.append(batch(1, 2)));
    auto begins = batch(1, 0, second_life);
    begins.begins = true;
    REQUIRE(log.append(begins));
    REQUIRE(log.append(begins));
    REQUIRE(log.append(batch(1, 1, second_life)));
    const auto all = log.read({.limit = 10, .reader = broker::Reader::daemon}).items;
    REQUIRE(all.size() == 4);
    CHECK(all[2].type.text() == api::SourceReset::event.name);
    CHECK(all[2].audience == api::Audience::daemons);
    CHECK(all[2].id.text() == first_run.text() + "-1");
    const auto reset = api::read_json<api::SourceReset>(all[2].data.text());
    REQUIRE(reset);
    CHECK(reset->source == paletted_source);
    CHECK(reset->incarnation == second_life);
}

TEST_CASE("nobody else hands over events of the broker's own") {
    BrokerLog log;
    auto own = batch(1, 1);
    own.source = api::Source("palette-brokerd/1");
    CHECK(log.append(own).error().kind == ErrorKind::invalid_argument);
}
