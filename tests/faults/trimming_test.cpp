// The broker killed while its log is trimmed: what is kept is whole and as it was, what has gone
// does not come back, and no place in the log comes to mean another event.
#include "catch.hpp"
#include "family.hpp"
#include "length.hpp"
#include "person.hpp"

#include <map>

namespace palette::test {

namespace {

const api::ChannelName design("design");
// Some 250 of them are the 1 MiB that the log keeps.
constexpr std::size_t text_bytes = 4'000;
constexpr int said_at_once = 120;
constexpr std::chrono::seconds patience{20};

class Trimmed {
  public:
    Trimmed() {
        family_.set(api::broker_daemon, "log_kept_mib: 1");
        family_.set(api::broker_daemon, "log_held_mib: 1");
        family_.start_all();
        person_ = sign_up(client_, "speaker");
        if (!client_.call(api::CreateChannel{.name = design}, person_->options()))
            FAIL("channel.create");
    }
    // The answers name the offsets.
    void speak() {
        for (int i = 0; i < said_at_once; ++i) {
            std::string text = std::to_string(said_.size());
            text.append(text_bytes - text.size(), '.');
            const auto said = client_.call(
                api::PostMessage{.channel = design, .text = *api::MessageText::from(text)},
                person_->options(patience));
            if (!said) FAIL(said.error().message);
            said_[said->offset.value()] = text;
        }
    }
    void kill_and_start() {
        family_.kill(api::broker_daemon);
        family_.start(api::broker_daemon);
    }
    // Every event from the first kept to the head is there, and the messages are what was said.
    void check_log() {
        const auto place = client_.call(api::LocateEvents{}, {.timeout = patience});
        REQUIRE(place);
        CHECK(place->first.value() >= first_);
        CHECK(place->head.value() >= said_.rbegin()->first);
        first_ = place->first.value();
        std::uint64_t after = first_ - 1;
        std::size_t found = 0;
        while (true) {
            const auto page = client_.call(api::ReadEvents{.consumer = api::Word("auditor"),
                                                           .after = api::Offset::clamped(after)});
            if (!page && page.error().kind == ErrorKind::out_of_range) return check_log();
            REQUIRE(page);
            for (const api::Event& event : page->items) {
                CHECK(event.offset.value() == after + 1);  // without holes
                after = event.offset.value();
                found += check_event(event);
            }
            if (page->items.empty()) break;
        }
        const auto kept = std::distance(said_.lower_bound(first_), said_.end());
        CHECK(found == static_cast<std::size_t>(kept));
        CHECK(client_.call(api::ListEvents{.after = 0}).error().kind == ErrorKind::out_of_range);
    }
    [[nodiscard]] std::uint64_t first() const { return first_; }
    [[nodiscard]] bool is_trimmed() {
        const auto place = client_.call(api::LocateEvents{}, {.timeout = patience});
        return place && place->first.value() > first_;
    }

  private:
    std::size_t check_event(const api::Event& event) {
        const auto said = said_.find(event.offset.value());
        if (said == said_.end()) return 0;
        const auto posted = api::read_json<api::MessagePosted>(event.data.text());
        REQUIRE(posted);
        CHECK(posted->text.text() == said->second);
        return 1;
    }

    BareFamily family_;
    rpc::Client client_ = family_.connect();
    std::optional<Person> person_;
    std::map<std::uint64_t, std::string> said_;  // by offset
    std::uint64_t first_ = 1;
};

}  // namespace

TEST_CASE("the broker killed while it trims loses nothing that is kept", "[trimming]") {
    Trimmed trimmed;
    trimmed.speak();
    trimmed.speak();
    for (int i = 0; i < cycles(4); ++i) {
        trimmed.speak();
        trimmed.kill_and_start();
        CHECK(eventually([&] { return trimmed.is_trimmed(); }));
        trimmed.kill_and_start();
        trimmed.check_log();
    }
    CHECK(trimmed.first() > 1);
}

}  // namespace palette::test
