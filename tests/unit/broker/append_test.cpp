#include "broker_log.hpp"

using namespace palette;
using namespace palette::test;

namespace {

std::string id(const api::Incarnation& incarnation, int sequence) {
    return incarnation.text() + "-" + std::to_string(sequence);
}

}  // namespace

TEST_CASE("a source's events are taken in order, each once") {
    BrokerLog log;
    CHECK(log.append(batch(1, 2))->sequence.value() == 2);
    CHECK(log.append(batch(3, 1))->sequence.value() == 3);
    CHECK(log.ids() == std::vector{id(first_life, 1), id(first_life, 2), id(first_life, 3)});
    const store::ReadTxn txn = log.store.read();
    const auto position = broker::position_of(txn, {paletted_source, first_life});
    CHECK(position.incarnation == first_life);
    CHECK(position.sequence.value() == 3);
    CHECK(position.time == begin_of_time);
    CHECK_FALSE(broker::position_of(txn, {api::Source("nobody/1"), first_life}).incarnation);
    CHECK_FALSE(broker::position_of(txn, {paletted_source, second_life}).incarnation);
}

TEST_CASE("events that are held already are passed over") {
    BrokerLog log;
    REQUIRE(log.append(batch(1, 3)));
    CHECK(log.append(batch(1, 3))->sequence.value() == 3);
    CHECK(log.append(batch(2, 4))->sequence.value() == 5);
    CHECK(log.append(batch(1, 1))->sequence.value() == 5);
    CHECK(log.ids().size() == 5);
    CHECK(log.ids().back() == id(first_life, 5));
}

TEST_CASE("a hole is refused, and so is a count from 0; nothing is kept of either") {
    BrokerLog log;
    REQUIRE(log.append(batch(1, 3)));
    const auto hole = log.append(batch(5, 2));
    REQUIRE_FALSE(hole);
    CHECK(hole.error().kind == ErrorKind::aborted);
    CHECK(hole.error().field == "first");
    CHECK(log.append(batch(0, 2)).error().kind == ErrorKind::invalid_argument);
    CHECK(log.append(batch(0, 2, second_life)).error().kind == ErrorKind::invalid_argument);
    CHECK(log.ids().size() == 3);
    CHECK(log.append(batch(4, 1))->sequence.value() == 4);
}

TEST_CASE("a new incarnation begins anew, at 1 or where it says that it begins") {
    BrokerLog log;
    REQUIRE(log.append(batch(1, 3)));
    auto later = batch(7, 1, second_life);
    CHECK(log.append(later).error().kind == ErrorKind::aborted);
    later.begins = true;
    CHECK(log.append(later)->sequence.value() == 7);
    CHECK(log.append(batch(9, 1, second_life)).error().kind == ErrorKind::aborted);
    CHECK(log.append(batch(8, 1, second_life)));
    CHECK(log.ids() == std::vector{id(first_life, 1), id(first_life, 2), id(first_life, 3),
                                   id(second_life, 7), id(second_life, 8)});
}

TEST_CASE("a store that was set aside and is put back goes on where it was") {
    BrokerLog log;
    REQUIRE(log.append(batch(1, 3)));
    REQUIRE(log.append(batch(1, 2, second_life)));
    CHECK(log.append(batch(1, 4))->sequence.value() == 4);
    CHECK(log.append(batch(3, 1, second_life))->sequence.value() == 3);
    CHECK(log.ids() == std::vector{id(first_life, 1), id(first_life, 2), id(first_life, 3),
                                   id(second_life, 1), id(second_life, 2), id(first_life, 4),
                                   id(second_life, 3)});
}

TEST_CASE("a log that holds nothing does not take the middle of a source unasked") {
    BrokerLog log;
    CHECK(log.append(batch(5, 2)).error().kind == ErrorKind::aborted);
    CHECK_FALSE(broker::position_of(log.store.read(), {paletted_source, first_life}).incarnation);
    CHECK(log.append(batch(1, 2)));
}

TEST_CASE("offsets have no holes, also after a refusal and a restart") {
    BrokerLog log;
    REQUIRE(log.append(batch(1, 2)));
    CHECK_FALSE(log.append(batch(9, 2)));
    log.store.reopen();
    REQUIRE(log.append(batch(3, 1)));
    std::uint64_t expected = 0;
    for (const api::Event& event : log.read({.limit = 256}).items)
        CHECK(event.offset.value() == ++expected);
    CHECK(expected == 3);
}

TEST_CASE("each row names the public event of its topic before it") {
    BrokerLog log;
    const api::Topic palettes("palettes");
    const api::Topic popularity("popularity");
    const api::Topic users("users");
    using enum api::Audience;
    const struct {
        api::Topic topic;
        api::Audience audience;
        std::uint64_t previous;
    } rows[] = {
        {palettes, public_, 0},   {users, public_, 0},      {palettes, public_, 1},
        {palettes, daemons, 3},   {palettes, public_, 3},   {users, public_, 2},
        {popularity, daemons, 0}, {popularity, public_, 0},
    };
    for (const auto& row : rows)
        log.append_one(event_of(row.topic, row.audience));
    const store::ReadTxn txn = log.store.read();
    std::uint64_t offset = 0;
    for (const auto& row : rows) {
        INFO("offset " << offset + 1);
        CHECK(txn.get(broker::log, ++offset)->previous == row.previous);
    }
}
