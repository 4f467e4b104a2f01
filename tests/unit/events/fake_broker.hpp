// A broker made to fail: its log is a vector that outlives it; what it publishes is lost, doubled
// and cut short as the dice say. What it answers is right.
#pragma once

#include "api/directory.hpp"
#include "api/log.hpp"
#include "api/writer.hpp"
#include "scripted_daemon.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace palette::test {

// Written by the test's thread, read by the broker's.
class FakeLog {
  public:
    void append(const api::Topic& topic, api::Audience audience, std::uint64_t skipped = 0) {
        const std::lock_guard guard(mutex_);
        head_ += 1 + skipped;
        if (lives_.empty() || lives_.back().second != life_) lives_.emplace_back(head_, life_);
        events_.push_back({.specversion = api::Word("1.0"),
                           .id = *api::Word::from("i-" + std::to_string(head_)),
                           .source = api::Source("paletted/1"),
                           .type = api::Word("palette.created"),
                           .subject = api::Word("palette/42"),
                           .time = Timestamp{static_cast<std::int64_t>(head_) * 1'000},
                           .offset = api::Offset::clamped(head_),
                           .topic = topic,
                           .audience = audience,
                           .revision = 1});
    }
    void forget_below(std::uint64_t first) {
        const std::lock_guard guard(mutex_);
        std::erase_if(events_, [&](const api::Event& e) { return e.offset.value() < first; });
    }
    // By one with another incarnation.
    void replace_by_an_empty_one() {
        const std::lock_guard guard(mutex_);
        events_.clear();
        lives_.clear();
        head_ = 0;
        ++life_;
    }
    // The broker was started anew: from now on another incarnation writes.
    void begin_life() {
        const std::lock_guard guard(mutex_);
        ++life_;
    }
    // An older copy of itself.
    void roll_back_to(std::uint64_t head) {
        const std::lock_guard guard(mutex_);
        std::erase_if(events_, [&](const api::Event& e) { return e.offset.value() > head; });
        std::erase_if(lives_, [&](const auto& life) { return life.first > head; });
        head_ = head;
        ++life_;
    }
    // Who wrote that offset; none at 0.
    [[nodiscard]] std::optional<api::Incarnation> life_at(std::uint64_t offset) const {
        const std::lock_guard guard(mutex_);
        std::optional<api::Incarnation> found;
        for (const auto& [from, life] : lives_) {
            if (from <= offset) found = named(life);
        }
        return found;
    }
    // The last offset up to which it is what the reader of that place has seen.
    [[nodiscard]] std::uint64_t shared_through(std::uint64_t after,
                                               const api::Incarnation& log) const {
        const std::lock_guard guard(mutex_);
        std::uint64_t end = head_;
        for (auto life = lives_.rbegin(); life != lives_.rend(); ++life) {
            if (named(life->second) == log) return std::min(after, end);
            end = life->first - 1;
        }
        return 0;
    }
    [[nodiscard]] std::vector<api::Event> all() const {
        const std::lock_guard guard(mutex_);
        return events_;
    }

  private:
    static api::Incarnation named(int life) {
        const std::string digits = std::to_string(life);
        return *api::Incarnation::from(std::string(32 - digits.size(), '0') + digits);
    }

    mutable std::mutex mutex_;
    std::vector<api::Event> events_;
    std::vector<std::pair<std::uint64_t, int>> lives_;  // from which offset on each wrote
    std::uint64_t head_ = 0;
    int life_ = 1;
};

// Out of a hundred published messages.
struct Mischief {
    int lost = 0;
    int doubled = 0;
    int left_out = 0;  // sent without the event
    std::size_t most_rows_a_page = 256;
};

[[nodiscard]] inline bool concerns(const api::Event& event, const api::Topics& topics) {
    return event.audience == api::Audience::public_ &&
           (topics.empty() || std::find(topics.begin(), topics.end(), event.topic) != topics.end());
}

class FakeBroker {
  public:
    // Publishes what is appended from now on, each time it is told to or asked something.
    FakeBroker(const rpc::SocketFolder& folder, const FakeLog& log, Mischief mischief,
               unsigned seed)
        : log_(log),
          mischief_(mischief),
          dice_(seed),
          published_through_(position().head.value()),
          live_(context_, rpc::SocketKind::pub, 16'384),
          daemon_(folder, api::broker_daemon.client_socket(),
                  [this](const Heard& heard) { return answer(heard); }) {
        live_.bind(folder.address(api::live_socket));
    }

    [[nodiscard]] int asked() const { return asked_.load(); }

    // On the test's thread, as `live_` is.
    void publish() {
        std::map<std::string, std::uint64_t> previous;
        for (const api::Event& event : log_.all()) {
            if (event.audience != api::Audience::public_) continue;
            auto& before = previous[event.topic.text()];
            if (event.offset.value() > published_through_) publish(event, before);
            before = event.offset.value();
        }
        published_through_ = position().head.value();
    }

  private:
    bool happens(int in_a_hundred) {
        return std::uniform_int_distribution<int>(0, 99)(dice_) < in_a_hundred;
    }

    void publish(const api::Event& event, std::uint64_t previous) {
        api::Published published{.offset = event.offset,
                                 .previous = api::Offset::clamped(previous),
                                 .log = log_.life_at(event.offset.value()).value()};
        if (!happens(mischief_.left_out)) published.event = event;
        const std::string json = api::to_json(published);
        const std::array<std::string_view, 2> message{event.topic.text(), json};
        if (happens(mischief_.lost)) return;
        REQUIRE(live_.send(message));
        if (happens(mischief_.doubled)) REQUIRE(live_.send(message));
    }

    std::optional<std::vector<Said>> answer(const Heard& heard) {
        ++asked_;
        if (heard.method == "event.locate") {
            const auto asked = api::read_json<api::LocateEvents>(heard.params).value();
            return {{answer_to(heard, api::to_json(locate(asked)))}};
        }
        const auto asked = api::read_json<api::ListEvents>(heard.params).value();
        const auto page = list(asked);
        if (!page) return {{{heard.peer, api::encode_error(heard.id, page.error())}}};
        return {{answer_to(heard, api::to_json(*page))}};
    }

    [[nodiscard]] api::LogPosition position() const {
        const auto events = log_.all();
        const auto head = events.empty() ? api::Offset(0) : events.back().offset;
        const auto first = events.empty() ? api::Offset(1) : events.front().offset;
        return {.first = first, .head = head, .before = head, .log = log_.life_at(head.value())};
    }

    [[nodiscard]] api::LogPosition locate(const api::LocateEvents& asked) const {
        auto at = position();
        if (!asked.after) return at;
        std::uint64_t before = std::min(asked.after->value(), at.head.value());
        if (asked.log) before = log_.shared_through(before, *asked.log);
        at.before = api::Offset::clamped(std::max(before, at.first.value() - 1));
        return at;
    }

    [[nodiscard]] Result<api::EventPage> list(const api::ListEvents& asked) const {
        const auto at = position();
        if (asked.after.value() + 1 < at.first.value()) {
            return refuse(ErrorKind::out_of_range, "after",
                          "events " + std::to_string(asked.after.value() + 1) + " to " +
                              std::to_string(at.first.value() - 1) + " are no longer kept");
        }
        const bool is_another =
            asked.log && asked.after.value() > 0 &&
            (at.head < asked.after || log_.life_at(asked.after.value()) != asked.log);
        if (is_another) return refuse(ErrorKind::out_of_range, "after", "it is another log");
        api::EventPage page{
            .items{}, .through = asked.after, .head = at.head, .first = at.first, .log{}};
        std::size_t rows = 0;
        for (const api::Event& event : log_.all()) {
            if (event.offset <= asked.after) continue;
            if (rows > 0 && log_.life_at(event.offset.value()) != page.log) break;
            if (rows++ == mischief_.most_rows_a_page) break;
            page.log = log_.life_at(event.offset.value());
            if (concerns(event, asked.topics)) page.items.push_back(event);
            page.through = event.offset;
        }
        if (rows == 0) page.log = log_.life_at(asked.after.value());
        return page;
    }

    const FakeLog& log_;
    Mischief mischief_;
    std::mt19937 dice_;
    std::uint64_t published_through_;
    std::atomic<int> asked_{0};
    rpc::Context context_;
    rpc::Socket live_;
    ScriptedDaemon daemon_;
};

}  // namespace palette::test
