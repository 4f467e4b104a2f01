#include "service/revocations.hpp"

#include "api/writer.hpp"
#include "catch.hpp"
#include "people.hpp"
#include "test_store.hpp"

#include <stdexcept>

using namespace palette;
using namespace palette::test;

namespace {

struct Revocations {
    TestStore store{{service::ended_sessions.name, service::ended_sessions_by_time.name}};

    static api::SessionName name(std::uint8_t number) { return service::session_name_of({number}); }
    void end(std::uint8_t number, Timestamp until) {
        REQUIRE(store->write([&](store::WriteTxn& txn) {
            service::keep_ended(txn, {name(number), until}, store.clock.now());
        }));
    }
    bool refuses(std::uint8_t number) {
        service::Caller who = caller(1, "alice");
        who.session = {number};
        return !service::refuse_ended(store.read(), who);
    }
    std::uint64_t kept() {
        CHECK(store.read().count_rows(service::ended_sessions) ==
              store.read().count_rows(service::ended_sessions_by_time));
        return store.read().count_rows(service::ended_sessions);
    }
};

constexpr std::chrono::minutes minute{1};

}  // namespace

TEST_CASE("tokens of an ended session are refused, and of no other, also after a restart") {
    Revocations revocations;
    revocations.end(1, begin_of_time + minute);
    CHECK(revocations.refuses(1));
    CHECK_FALSE(revocations.refuses(2));
    revocations.store.reopen();
    CHECK(revocations.refuses(1));
    CHECK_FALSE(revocations.refuses(2));
}

TEST_CASE("ended sessions are forgotten once their tokens would have ended, a few at a time") {
    Revocations revocations;
    for (std::uint8_t i = 1; i <= 10; ++i)
        revocations.end(i, begin_of_time + minute);
    revocations.store.clock.advance(2 * minute);
    CHECK(revocations.kept() == 10);
    revocations.end(11, begin_of_time + 3 * minute);
    CHECK(revocations.kept() == 11 - service::most_forgotten_at_once);
    CHECK(revocations.refuses(11));
    for (std::uint8_t i = 12; i <= 22; ++i)
        revocations.end(i, begin_of_time + 3 * minute);
    CHECK(revocations.kept() == 12);
}

TEST_CASE("what is told twice is kept once, and what is over is not kept") {
    Revocations revocations;
    revocations.end(1, begin_of_time + minute);
    revocations.end(1, begin_of_time + 2 * minute);
    CHECK(revocations.kept() == 1);
    revocations.store.clock.advance(3 * minute);
    revocations.end(2, begin_of_time + minute);
    CHECK_FALSE(revocations.refuses(2));
}

TEST_CASE("a sink learns of ended sessions and passes over the rest") {
    Revocations revocations;
    const auto learn = [&](std::string_view type, std::string data) {
        return revocations.store->write([&](store::WriteTxn& txn) {
            service::learn_ended(txn, type, api::Json(std::move(data)), begin_of_time);
        });
    };
    CHECK(learn("palette.created", "{}"));
    CHECK(learn("session.ended",
                api::to_json(api::SessionEnded{Revocations::name(1), begin_of_time + minute})));
    CHECK(revocations.refuses(1));
    CHECK_FALSE(learn("session.ended", "{}"));
}
