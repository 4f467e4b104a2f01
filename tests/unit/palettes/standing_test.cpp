#include "palettes/core/standing.hpp"

#include "api/popularity.hpp"
#include "api/writer.hpp"
#include "registry.hpp"

using namespace palette;
using namespace palette::test;

namespace {

struct Rated : Registry {
    palettes::StandingSink sink;

    static std::string data(std::uint64_t user, std::uint64_t stars, std::uint64_t ratings) {
        return api::to_json(api::UserRated{api::UserId::clamped(user), api::Count::clamped(stars),
                                           api::Count::clamped(ratings)});
    }
    void hear(std::uint64_t revision, std::string data) {
        const api::Event event{.specversion{"1.0"},
                               .id{"x-1"},
                               .source{"palette-popularityd/1"},
                               .type{"user.rated"},
                               .subject{"user/1"},
                               .time = begin_of_time,
                               .offset = 1,
                               .topic{"popularity"},
                               .audience = api::Audience::daemons,
                               .revision = api::Revision::clamped(revision),
                               .data = api::Json(std::move(data))};
        REQUIRE(store->write([&](store::WriteTxn& txn) { sink.apply(event, txn); }));
    }
    void load(const std::vector<std::pair<std::uint64_t, std::string>>& states) {
        REQUIRE(store->write([&](store::WriteTxn& txn) {
            sink.begin_snapshot(txn);
            for (const auto& [user, state] : states) {
                sink.apply_snapshot(api::new_event(api::UserRated::event,
                                                   {.kind = "user",
                                                    .id = user,
                                                    .time = begin_of_time,
                                                    .audience = api::Audience::daemons,
                                                    .revision = 1},
                                                   state),
                                    txn);
            }
        }));
        REQUIRE(store->write(
            [&](store::WriteTxn& txn) { CHECK(sink.sweep(txn) == outbox::Sink::Sweep::done); }));
    }
    std::int64_t rating_of(std::uint64_t user) {
        const auto rating = palettes::standing_of(store.read(), user).rating;
        return rating ? rating->hundredths() : 0;
    }
};

}  // namespace

TEST_CASE("a profile shows the mean of the stars last told of, whatever comes late") {
    Rated registry;
    CHECK(registry.rating_of(1) == 0);
    registry.hear(3, Rated::data(1, 9, 2));
    CHECK(registry.rating_of(1) == 450);
    registry.hear(2, Rated::data(1, 5, 1));
    registry.hear(3, Rated::data(1, 1, 1));
    CHECK(registry.rating_of(1) == 450);
    CHECK(palettes::find_profile(registry.store.read(), registry.alice.name)->ratings.value() == 2);
    registry.hear(4, Rated::data(1, 0, 0));
    CHECK(registry.rating_of(1) == 0);
}

TEST_CASE("a snapshot replaces what is held, and takes away what it has not") {
    Rated registry;
    registry.hear(7, Rated::data(1, 9, 2));
    registry.hear(7, Rated::data(2, 9, 2));
    registry.load({{2, Rated::data(2, 3, 1)}});
    CHECK(registry.rating_of(1) == 0);
    CHECK(registry.rating_of(2) == 300);
    registry.load({{1, Rated::data(1, 5, 1)}});
    CHECK(registry.rating_of(1) == 500);
    CHECK(registry.rating_of(2) == 0);
}

TEST_CASE("nothing is kept of who is gone, and erased events are passed over") {
    Rated registry;
    registry.close_account(registry.alice);
    registry.hear(1, Rated::data(1, 9, 2));
    CHECK(registry.store.read().count_rows(palettes::standings) == 0);
    registry.hear(2, "null");
}
