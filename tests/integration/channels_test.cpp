// Channels of the real broker, for people whom the real paletted knows.
#include "events/subscription.hpp"
#include "eventually.hpp"
#include "family_in_process.hpp"

#include <future>

using namespace palette;
using namespace palette::test;

namespace {

const api::ChannelName design("design");

api::PostMessage saying(std::string_view text) {
    return {.channel = design, .text = *api::MessageText::from(text)};
}

}  // namespace

TEST_CASE("somebody signed in at paletted speaks at the broker, also while paletted is away") {
    const TestHome home;
    rpc::Context context;
    const rpc::SocketFolder sockets{home->run};
    SystemRandom random;
    rpc::Client client{context, sockets, random};
    const Daemon<broker::Service> broker{*home};
    std::optional<Daemon<palettes::Service>> paletted{std::in_place, *home};
    const auto alice =
        client.call(api::RegisterUser{api::Username("alice"), api::SecretText("a quiet harbor")});
    REQUIRE(alice);
    const rpc::CallOptions as_alice{.auth = alice->access_token};
    CHECK(client.call(api::CreateChannel{.name = design}).error().kind ==
          ErrorKind::unauthenticated);
    REQUIRE(client.call(api::CreateChannel{.name = design}, as_alice));
    paletted.reset();
    const auto said = client.call(saying("hello"), as_alice);
    REQUIRE(said);
    CHECK(said->author == api::Username("alice"));
    CHECK(client.call(api::ListMessages{.channel = design})->items.size() == 1);
    CHECK(client.call(api::GetChannel{.name = api::ChannelName("nowhere")}).error().kind ==
          ErrorKind::not_found);
}

TEST_CASE("what several people say at once is heard once each, as it stands in the history") {
    FamilyInProcess family;
    REQUIRE(family.client.call(api::CreateChannel{.name = design}, family.as_alice()));
    constexpr int people = 4;
    constexpr int messages = 25;
    std::vector<std::future<void>> speakers;
    for (int person = 0; person < people; ++person) {
        speakers.push_back(std::async(std::launch::async, [&family, person] {
            SystemRandom random;
            rpc::Client client(family.context, family.sockets, random);
            for (int i = 0; i < messages; ++i) {
                const std::string text = std::to_string(person) + ":" + std::to_string(i);
                if (!client.call(saying(text), family.as_alice())) throw std::runtime_error(text);
            }
        }));
    }
    events::Subscription live(family.context, family.sockets, family.client,
                              {.topics = {api::topic_of(design)}, .after = 0});
    std::vector<std::string> heard;
    CHECK(eventually([&] {
        const auto event = live.next(std::chrono::milliseconds(20));
        if (event && *event) {
            const auto posted = api::read_json<api::MessagePosted>((*event)->data.text());
            heard.push_back(posted->text.text());
        }
        return heard.size() == std::size_t{people} * messages;
    }));
    for (auto& speaker : speakers)
        speaker.get();
    const auto history = family.client.call(api::ListMessages{.channel = design, .limit = 200});
    REQUIRE(history);
    REQUIRE(history->items.size() == heard.size());
    for (std::size_t i = 0; i < heard.size(); ++i)
        CHECK(history->items[heard.size() - 1 - i].text->text() == heard[i]);
}

TEST_CASE("the broker tells who reads it and who writes it") {
    FamilyInProcess family;
    REQUIRE(family.client.call(sea_glass(), family.as_alice()));
    CHECK(eventually([&] {
        const auto status = family.client.call(api::AskLogStatus{});
        if (!status || status->consumers.empty() || status->sources.size() != 2) return false;
        return status->head.value() == 2 && status->consumers[0].lag.value() == 0;
    }));
    const auto status = family.client.call(api::AskLogStatus{});
    CHECK(status->consumers[0].name.text() == "palette-popularityd");
    CHECK(status->sources[0].source.text() == "palette-popularityd/1");
    CHECK(status->sources[1].source.text() == "paletted/1");
    CHECK(status->sources[1].sequence.value() == 2);
    CHECK(status->sources[1].lag.value() == 0);
}
