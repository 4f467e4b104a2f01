#include "events/subscription.hpp"

#include "catch.hpp"
#include "family.hpp"
#include "length.hpp"
#include "log_audit.hpp"
#include "writers.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <limits>
#include <stdexcept>

namespace palette::test {

namespace {

constexpr std::size_t writes_between = 60;

// Listens from the log's start on a thread of its own, until it has seen `last`.
class Listener {
  public:
    Listener(BareFamily& family, api::Topics topics)
        : heard_(std::async(std::launch::async, [this, &family, topics = std::move(topics)] {
              return listen(family, topics);
          })) {}

    // The offsets it was given, in order.
    [[nodiscard]] std::vector<std::int64_t> until(std::int64_t last) {
        last_ = last;
        return heard_.get();
    }

  private:
    std::vector<std::int64_t> listen(BareFamily& family, const api::Topics& topics) {
        auto client = family.connect();
        events::Subscription subscription(family.context(), family.sockets(), client,
                                          {.topics = topics, .after = 0});
        std::vector<std::int64_t> offsets;
        while (offsets.empty() || offsets.back() < last_) {
            const auto event = subscription.next(std::chrono::milliseconds(200));
            if (!event) throw std::runtime_error(event.error().message);
            if (*event) offsets.push_back((*event)->offset.number());
        }
        return offsets;
    }

    std::atomic<std::int64_t> last_{std::numeric_limits<std::int64_t>::max()};
    std::future<std::vector<std::int64_t>> heard_;
};

std::vector<std::int64_t> offsets_of(const std::vector<api::Event>& log,
                                     const api::Topics& topics) {
    std::vector<std::int64_t> offsets;
    for (const api::Event& event : log) {
        const bool wanted = std::ranges::find(topics, event.topic) != topics.end();
        if (topics.empty() || wanted) offsets.push_back(event.offset.number());
    }
    return offsets;
}

TEST_CASE("subscriptions live through restarts of the broker without gap or double",
          "[subscription]") {
    BareFamily family;
    family.start_all();
    const api::Topics all;
    const api::Topics one{api::Topic("palettes")};
    const api::Topics two{api::Topic("palettes"), api::Topic("popularity")};
    Listener to_all(family, all);
    Listener to_one(family, one);
    Listener to_two(family, two);
    Writers writers(family);
    for (int i = 0; i < cycles(5); ++i) {
        writers.let_write(writes_between);
        family.kill(api::broker_daemon);
        family.start(api::broker_daemon);
    }
    writers.let_write(writes_between);
    const Ledger acknowledged = writers.stop();
    auto client = family.connect();
    wait_for_relays(client, writers.first());
    const auto log = read_log(client);
    check_whole(log);
    CHECK(to_all.until(offsets_of(log, all).back()) == offsets_of(log, all));
    CHECK(to_one.until(offsets_of(log, one).back()) == offsets_of(log, one));
    CHECK(to_two.until(offsets_of(log, two).back()) == offsets_of(log, two));
}

}  // namespace

}  // namespace palette::test
