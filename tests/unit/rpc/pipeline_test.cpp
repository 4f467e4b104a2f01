// Many requests under way at once.
#include "client_fixture.hpp"

#include <memory>

namespace palette::test {

namespace {

using Answers = std::optional<std::vector<Said>>;

// Answers with the parameters.
Answers echo(const Heard& heard) {
    return {{answer_to(heard, heard.params)}};
}

rpc::Asked numbered(int number) {
    auto asked = a_read(never);
    asked.params = R"({"n":)" + std::to_string(number) + "}";
    return asked;
}

TEST_CASE("each reply finds its request, in whatever order they come", "[pipeline]") {
    ClientFixture fixture;
    std::vector<Heard> held;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), [&](const Heard& heard) -> Answers {
        held.push_back(heard);
        std::vector<Said> said;
        for (auto one = held.rbegin(); held.size() == 100 && one != held.rend(); ++one) {
            said.push_back(answer_to(*one, one->params));
        }
        return said;
    });
    auto client = fixture.patient();
    std::vector<std::string> answers(100);
    for (int i = 0; i < 100; ++i) {
        client.send(numbered(i), [&answers, i](Result<std::string> json) {
            answers[static_cast<std::size_t>(i)] = json.value_or("none");
        });
    }
    client.finish();
    for (int i = 0; i < 100; ++i) {
        CHECK(answers[static_cast<std::size_t>(i)] == numbered(i).params);
    }
}

TEST_CASE("ten thousand requests go through, few at a time", "[pipeline]") {
    ClientFixture fixture;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), echo);
    auto client = fixture.patient();
    std::size_t answered = 0;
    std::size_t most_under_way = 0;
    for (std::size_t i = 0; i < 10'000; ++i) {
        client.send(numbered(static_cast<int>(i)), [&](const Result<std::string>& json) {
            if (json) ++answered;
        });
        most_under_way = std::max(most_under_way, i + 1 - answered);
    }
    client.finish();
    CHECK(answered == 10'000);
    CHECK(most_under_way <= rpc::most_in_flight);
}

TEST_CASE("an answer may lead to further requests", "[pipeline]") {
    ClientFixture fixture;
    ScriptedDaemon daemon(fixture.folder, fixture.socket(), echo);
    auto client = fixture.patient();
    int answered = 0;
    std::function<void(Result<std::string>)> again = [&](const Result<std::string>& json) {
        REQUIRE(json);
        if (++answered < 1'000) client.send(numbered(answered), again);
        if (answered == 500) CHECK(client.ask(numbered(-1)) == numbered(-1).params);
    };
    client.send(numbered(0), again);
    client.finish();
    CHECK(answered == 1'000);
}

TEST_CASE("a daemon that starts anew is asked again for what it did not answer", "[pipeline]") {
    ClientFixture fixture;
    // Each life ends after a few hundred requests, some of them heard and never answered.
    const auto mortal = [&] {
        return std::make_unique<ScriptedDaemon>(
            fixture.folder, fixture.socket(), [lives = 300](const Heard& heard) mutable -> Answers {
                if (--lives < 0) return std::nullopt;
                return lives % 3 == 0 ? Answers{std::vector<Said>{}} : echo(heard);
            });
    };
    auto daemon = mortal();
    auto client = fixture.hasty();
    std::size_t right = 0;
    for (int i = 0; i < 256; ++i) {
        client.send(numbered(i), [&right, i](const Result<std::string>& json) {
            if (json && *json == numbered(i).params) ++right;
        });
    }
    int deaths = 0;
    while (client.pump(soon) > 0) {
        if (!daemon->dead()) continue;
        daemon = mortal();
        ++deaths;
    }
    CHECK(right == 256);
    CHECK(deaths > 0);
}

TEST_CASE("pumping with nothing under way returns at once", "[pipeline]") {
    ClientFixture fixture;
    auto client = fixture.patient();
    CHECK(client.pump(never) == 0);
}

}  // namespace

}  // namespace palette::test
