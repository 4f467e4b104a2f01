#include "catch.hpp"
#include "family.hpp"
#include "log_audit.hpp"

#include <algorithm>
#include <memory>

namespace palette::test {

namespace {

constexpr std::size_t people = 100;
// As many as one context has sockets for, with room to spare.
constexpr std::size_t clients_a_context = 25;

// A hundred people, each with a connection of their own.
class Crowd {
  public:
    explicit Crowd(BareFamily& family) {
        auto client = family.connect();
        for (std::size_t i = 0; i < people; ++i) {
            if (i % clients_a_context == 0) contexts_.push_back(std::make_unique<rpc::Context>());
            members_.emplace_back(new Member{sign_up(client, "fan-" + std::to_string(i)),
                                             family.connect(*contexts_.back())});
        }
    }

    // All ask before any has an answer. Each must be answered well.
    std::vector<api::Liking> like_at_once(const api::PaletteRef& ref) {
        std::vector<api::Liking> answers;
        for (const auto& member : members_) {
            member->client.send(
                rpc::Client::asked_of(api::LikePalette{.ref = ref}, member->person.options()),
                [&](const Result<std::string>& json) {
                    if (!json) FAIL(json.error().message);
                    answers.push_back(*api::read_json<api::Liking>(*json));
                });
        }
        for (const auto& member : members_)
            member->client.finish();
        return answers;
    }

    [[nodiscard]] const Person& first() const { return members_.front()->person; }

  private:
    struct Member {
        Person person;
        rpc::Client client;
    };
    std::vector<std::unique_ptr<rpc::Context>> contexts_;
    std::vector<std::unique_ptr<Member>> members_;
};

TEST_CASE("a hundred people who like a palette at once are a hundred likes", "[likes]") {
    BareFamily family;
    family.start_all();
    Crowd crowd(family);
    auto client = family.connect();
    const auto made = client.call(palette_titled("Beloved"), crowd.first().options());
    REQUIRE(made);
    const std::uint64_t id = made->id.value();

    auto answers = crowd.like_at_once(made->ref);
    REQUIRE(answers.size() == people);
    std::ranges::sort(answers, {}, &api::Liking::likes);
    for (std::size_t i = 0; i < people; ++i) {
        CHECK(answers[i].changed);
        CHECK(answers[i].likes.value() == i + 1);  // nobody was told the same number
    }
    CHECK(popular(client).at(id) == people);

    for (const api::Liking& again : crowd.like_at_once(made->ref)) {
        CHECK(again.liked);
        CHECK_FALSE(again.changed);
        CHECK(again.likes.value() == people);
    }
    CHECK(popular(client).at(id) == people);

    wait_for_relays(client, crowd.first());
    const auto log = read_log(client);
    check_whole(log);
    CHECK(recount(log).likers.at(id).size() == people);
}

}  // namespace

}  // namespace palette::test
