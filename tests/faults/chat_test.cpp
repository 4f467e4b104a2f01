// The broker killed while people talk: what was acknowledged is there, once, in the order in which
// each of them said it, in the history and in the log alike.
#include "catch.hpp"
#include "events/subscription.hpp"
#include "family.hpp"
#include "length.hpp"
#include "person.hpp"

#include <atomic>
#include <future>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace palette::test {

namespace {

const api::ChannelName design("design");
constexpr std::size_t people = 4;
constexpr std::size_t messages_between = 40;
constexpr std::chrono::seconds patience{20};

// "3:17": the speaker, and the number of what they say.
std::string text_of(std::size_t speaker, int number) {
    return std::to_string(speaker) + ":" + std::to_string(number);
}

class Speakers {
  public:
    explicit Speakers(BareFamily& family) : family_(family) {
        auto client = family.connect();
        for (std::size_t i = 0; i < people; ++i)
            persons_.push_back(sign_up(client, "speaker-" + std::to_string(i)));
        if (!client.call(api::CreateChannel{.name = design}, persons_[0].options()))
            throw std::runtime_error("channel.create");
        for (std::size_t i = 0; i < people; ++i)
            said_.push_back(std::async(std::launch::async, [this, i] { return speak(i); }));
    }
    void let_speak() const {
        const std::size_t wanted = acknowledged_ + messages_between;
        if (!eventually([&] { return acknowledged_ >= wanted; }, std::chrono::seconds(60)))
            throw std::runtime_error("nothing is acknowledged any more");
    }
    // How much each has said.
    [[nodiscard]] std::vector<int> stop() {
        stopping_ = true;
        std::vector<int> counts;
        for (auto& one : said_)
            counts.push_back(one.get());
        return counts;
    }

  private:
    int speak(std::size_t speaker) {
        auto client = family_.connect();
        int number = 0;
        while (!stopping_) {
            const auto text = *api::MessageText::from(text_of(speaker, number + 1));
            const auto said = client.call(api::PostMessage{.channel = design, .text = text},
                                          persons_[speaker].options(patience));
            if (!said) throw std::runtime_error("message.post: " + said.error().message);
            ++number;
            ++acknowledged_;
        }
        return number;
    }

    BareFamily& family_;
    std::vector<Person> persons_;
    std::atomic<bool> stopping_{false};
    std::atomic<std::size_t> acknowledged_{0};
    std::vector<std::future<int>> said_;
};

// Oldest first.
std::vector<std::string> history(rpc::Client& client) {
    std::vector<std::string> texts;
    std::optional<api::Cursor> after;
    do {
        const auto page =
            client.call(api::ListMessages{.channel = design, .limit = 200, .after = after});
        if (!page) throw std::runtime_error("message.list: " + page.error().message);
        for (const api::Message& message : page->items)
            texts.insert(texts.begin(), message.text->text());
        after = page->next;
    } while (after);
    return texts;
}

std::vector<std::string> heard(BareFamily& family, rpc::Client& client, std::size_t count) {
    events::Subscription channel(family.context(), family.sockets(), client,
                                 {.topics = {api::topic_of(design)}, .after = 0});
    std::vector<std::string> texts;
    while (texts.size() < count) {
        const auto event = channel.next(std::chrono::seconds(5));
        if (!event || !*event) break;
        const auto posted = api::read_json<api::MessagePosted>((*event)->data.text());
        if (posted) texts.push_back(posted->text.text());
    }
    return texts;
}

}  // namespace

TEST_CASE("the broker killed while people talk loses, doubles and reorders nothing", "[kill]") {
    BareFamily family;
    family.start_all();
    Speakers speakers(family);
    for (int i = 0; i < cycles(5); ++i) {
        speakers.let_speak();
        family.kill(api::broker_daemon);
        family.start(api::broker_daemon);
    }
    speakers.let_speak();
    const auto counts = speakers.stop();
    auto client = family.connect();
    const auto all = history(client);
    std::map<std::string, int> said;
    for (const std::string& text : all) {
        const auto colon = text.find(':');
        const int number = std::stoi(text.substr(colon + 1));
        if (++said[text.substr(0, colon)] != number) FAIL(text << " is out of order");
    }
    for (std::size_t i = 0; i < people; ++i)
        CHECK(said[std::to_string(i)] == counts[i]);
    CHECK(heard(family, client, all.size()) == all);
}

}  // namespace palette::test
