#include "events/subscription.hpp"

#include "catch.hpp"
#include "fake_broker.hpp"
#include "temporary_folder.hpp"

#include <memory>

namespace palette::test {

namespace {

using api::Audience;
using api::Topic;
using std::chrono::milliseconds;

constexpr milliseconds soon{5};
constexpr milliseconds never{60'000};

std::vector<std::uint64_t> offsets_of(const FakeLog& log, const api::Topics& topics,
                                      std::uint64_t after) {
    std::vector<std::uint64_t> offsets;
    for (const api::Event& event : log.all()) {
        if (concerns(event, topics) && event.offset.value() > after) {
            offsets.push_back(event.offset.value());
        }
    }
    return offsets;
}

struct Place {
    TemporaryFolder temporary;
    rpc::Context context;
    rpc::SocketFolder folder{temporary.path()};
    SystemRandom random;
    rpc::Client client{context, folder, random, {.resend_after = soon, .look_again = soon}};
    FakeLog log;

    [[nodiscard]] std::unique_ptr<FakeBroker> broker(Mischief mischief = {}, unsigned seed = 1) {
        return std::make_unique<FakeBroker>(folder, log, mischief, seed);
    }
    [[nodiscard]] std::unique_ptr<events::Subscription> subscription(
        api::Topics topics, std::uint64_t after, milliseconds look_every = soon) {
        return std::make_unique<events::Subscription>(
            context, folder, client,
            events::Wanted{.topics = std::move(topics),
                           .after = api::Offset::clamped(after),
                           .look_every = look_every,
                           .retry_every = soon,
                           .answer_within = milliseconds(100)});
    }
    void append(Topic topic, int count) {
        for (int i = 0; i < count; ++i)
            log.append(topic, Audience::public_);
    }
};

// The offset of the next event; 0 when a refusal came instead.
std::uint64_t next_offset(events::Subscription& subscription) {
    const auto event = subscription.next(never);
    return event && *event ? (*event)->offset.value() : 0;
}

TEST_CASE("what is in the log is read page by page, then nothing comes", "[subscription]") {
    Place place;
    place.append(Topic("users"), 600);
    const auto broker = place.broker({.most_rows_a_page = 7});
    auto subscription = place.subscription({}, 0);
    for (std::uint64_t offset = 1; offset <= 600; ++offset) {
        REQUIRE(next_offset(*subscription) == offset);
        REQUIRE(subscription->cursor().value() == offset);
    }
    const auto none = subscription->next(soon);
    REQUIRE(none);
    CHECK_FALSE(*none);
    CHECK(subscription->cursor().value() == 600);
}

TEST_CASE("the cursor passes over what is for others", "[subscription]") {
    Place place;
    place.append(Topic("users"), 3);
    place.append(Topic("palettes"), 5);
    const auto broker = place.broker();
    auto subscription = place.subscription({Topic("users")}, 0);
    for (int i = 0; i < 3; ++i) {
        CHECK(next_offset(*subscription) > 0);
    }
    CHECK_FALSE(subscription->next(soon)->has_value());
    CHECK(subscription->cursor().value() == 8);
}

// Until the subscription has reached the publisher, only the log tells.
void until_live(Place& place, FakeBroker& broker, events::Subscription& subscription,
                const Topic& topic = Topic("users")) {
    for (int asked = -1; asked != broker.asked();) {
        asked = broker.asked();
        place.append(topic, 1);
        broker.publish();
        REQUIRE(subscription.next(never)->has_value());
    }
}

TEST_CASE("what is published in sequence needs no look at the log", "[subscription]") {
    Place place;
    const auto broker = place.broker();
    const auto [topics, gap] =
        GENERATE(std::pair{api::Topics{Topic("users")}, 5}, std::pair{api::Topics{}, 0});
    auto subscription = place.subscription(topics, 0, milliseconds(500));
    until_live(place, *broker, *subscription);
    const int asked = broker->asked();
    for (int i = 0; i < 100; ++i) {
        for (int n = 0; n < gap; ++n)
            place.log.append(Topic("palettes"), Audience::public_);
        place.append(Topic("users"), 1);
        broker->publish();
        REQUIRE(next_offset(*subscription) == place.log.all().back().offset.value());
    }
    CHECK(broker->asked() < asked + 10);  // some for a machine that stalls
}

TEST_CASE("a channel whose name begins like another's is not that other one", "[subscription]") {
    Place place;
    const auto broker = place.broker();
    const Topic design("channel:design");
    auto subscription = place.subscription({design}, 0, milliseconds(500));
    until_live(place, *broker, *subscription, design);
    place.append(Topic("channel:design-talk"), 1);
    broker->publish();
    place.append(design, 1);
    broker->publish();
    CHECK(next_offset(*subscription) == place.log.all().back().offset.value());
}

TEST_CASE(
    "whatever is lost, doubled or left out, and however often the broker starts anew, "
    "the events are those of the log",
    "[subscription]") {
    const unsigned seed = GENERATE(take(5, random(1U, 1'000'000U)));
    const auto topics = GENERATE(api::Topics{}, api::Topics{Topic("palettes")},
                                 api::Topics{Topic("palettes"), Topic("popularity")});
    INFO("seed " << seed << ", " << topics.size() << " topics");
    std::mt19937 dice(seed);
    const auto roll = [&](int most) { return std::uniform_int_distribution<int>(0, most)(dice); };
    Place place;
    const auto events_appear = [&] {
        for (int n = roll(6); n > 0; --n) {
            place.log.append(
                *Topic::from(api::standing_topics.at(static_cast<std::size_t>(roll(2)))),
                roll(4) == 0 ? Audience::daemons : Audience::public_, roll(50) == 0 ? 1'000 : 0);
        }
    };
    const Mischief mischief{.lost = roll(60),
                            .doubled = roll(60),
                            .left_out = roll(30),
                            .most_rows_a_page = static_cast<std::size_t>(1 + roll(20))};
    place.append(Topic("users"), 5);
    for (int n = roll(20); n > 0; --n)
        events_appear();
    auto broker = place.broker(mischief, seed);
    const auto after = static_cast<std::uint64_t>(roll(5));
    auto subscription = place.subscription(topics, after);

    std::vector<std::uint64_t> received;
    const auto receive = [&](milliseconds at_most) {
        const auto event = subscription->next(at_most);
        if (!event) FAIL(event.error().message);
        if (*event) received.push_back((*event)->offset.value());
        return event->has_value();
    };
    for (int turn = 0; turn < 300; ++turn) {
        if (roll(2) == 0) events_appear();
        if (broker && roll(1) == 0) broker->publish();
        if (roll(40) == 0) broker.reset();
        if (!broker && roll(1) == 0) place.log.begin_life();
        if (!broker && roll(5) == 0) broker = place.broker(mischief, seed);
        if (roll(60) == 0) {
            // A reader that starts anew where it was.
            const auto cursor = subscription->cursor().value();
            subscription = place.subscription(topics, cursor);
        }
        receive(milliseconds(roll(2)));
    }
    if (!broker) broker = place.broker(mischief, seed);
    const auto expected = offsets_of(place.log, topics, after);
    while (received.size() < expected.size() && receive(never)) {
    }
    CHECK_FALSE(receive(2 * soon));
    CHECK(received == expected);
}

TEST_CASE("without a broker nothing comes; when it is there, all does", "[subscription]") {
    Place place;
    auto subscription = place.subscription({}, 0);
    for (int i = 0; i < 3; ++i) {
        const auto none = subscription->next(soon);
        REQUIRE(none);
        CHECK_FALSE(*none);
    }
    place.append(Topic("users"), 2);
    const auto broker = place.broker();
    CHECK(next_offset(*subscription) == 1);
    CHECK(next_offset(*subscription) == 2);
}

TEST_CASE("what the log has lost is said once, then its first event comes", "[subscription]") {
    Place place;
    place.append(Topic("users"), 50);
    place.log.forget_below(42);
    const auto broker = place.broker();
    auto subscription = place.subscription({}, 4);
    const auto refused = subscription->next(never);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::out_of_range);
    CHECK(refused.error().message == "events 5 to 41 are no longer kept");
    CHECK(subscription->cursor().value() == 41);
    CHECK(next_offset(*subscription) == 42);
}

// The next thing it says is that the log is another one.
void expect_another_log(events::Subscription& subscription) {
    const auto refused = subscription.next(never);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::out_of_range);
    CHECK_THAT(refused.error().message, Catch::Contains("another log"));
}

TEST_CASE("a log that another has taken the place of is read from its start", "[subscription]") {
    Place place;
    place.append(Topic("users"), 5);
    const auto broker = place.broker();
    auto subscription = place.subscription({}, 4);
    CHECK(next_offset(*subscription) == 5);
    place.log.replace_by_an_empty_one();
    // Below, at and above the place where the reader stood.
    const int events = GENERATE(0, 3, 5, 9);
    place.append(Topic("users"), events);
    expect_another_log(*subscription);
    for (int offset = 1; offset <= events; ++offset) {
        CHECK(next_offset(*subscription) == static_cast<std::uint64_t>(offset));
    }
    place.append(Topic("users"), 1);
    CHECK(next_offset(*subscription) == static_cast<std::uint64_t>(events) + 1);
}

TEST_CASE("what another log publishes is no double, and tells of it at once", "[subscription]") {
    Place place;
    const auto broker = place.broker();
    auto subscription = place.subscription({Topic("users")}, 0, milliseconds(3'000));
    until_live(place, *broker, *subscription);
    const auto stood_at = subscription->cursor().value();
    place.log.replace_by_an_empty_one();
    broker->publish();
    place.append(Topic("users"), static_cast<int>(stood_at));
    const auto begun = std::chrono::steady_clock::now();
    broker->publish();
    expect_another_log(*subscription);
    CHECK(std::chrono::steady_clock::now() - begun < milliseconds(2'500));
    CHECK(next_offset(*subscription) == 1);
}

TEST_CASE("a log that was put back to an older copy is noticed", "[subscription]") {
    Place place;
    place.append(Topic("users"), 50);
    const auto broker = place.broker();
    auto subscription = place.subscription({}, 49);
    CHECK(next_offset(*subscription) == 50);
    place.log.roll_back_to(3);
    // However far it has come again before anybody looks.
    place.append(Topic("users"), GENERATE(1, 47, 90));
    expect_another_log(*subscription);
    CHECK(next_offset(*subscription) == 4);
}

TEST_CASE("what the broker refuses for its own reasons is handed on", "[subscription]") {
    Place place;
    const Error broken{.kind = ErrorKind::internal, .message = "the log is damaged"};
    ScriptedDaemon broker(place.folder, api::broker_daemon.client_socket(),
                          [&](const Heard& heard) -> std::optional<std::vector<Said>> {
                              return {{{heard.peer, api::encode_error(heard.id, broken)}}};
                          });
    auto subscription = place.subscription({}, 0);
    for (int i = 0; i < 2; ++i) {
        const auto refused = subscription->next(never);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message == broken.message);
    }
}

}  // namespace

}  // namespace palette::test
