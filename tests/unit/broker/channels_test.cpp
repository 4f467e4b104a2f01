#include "broker/core/channels.hpp"

#include "broker/core/messages.hpp"
#include "people.hpp"
#include "told.hpp"

using namespace palette;
using namespace palette::test;

namespace {

const api::ChannelName design("design");

struct Scene {
    BrokerLog log;
    service::Caller alice = caller(1, "alice");
    service::Caller bob = caller(2, "bob");

    [[nodiscard]] Result<api::Channel> create(const service::Caller& who, std::string_view name) {
        return log.store->write([&](store::WriteTxn& txn) {
            return broker::create_channel(txn, who, {.name = *api::ChannelName::from(name)},
                                          log.store.clock.now());
        });
    }
    [[nodiscard]] Result<api::Membership> join(const service::Caller& who) {
        return log.store->write([&](store::WriteTxn& txn) {
            return broker::join(txn, who, design, log.store.clock.now());
        });
    }
    [[nodiscard]] Result<api::Membership> leave(const service::Caller& who) {
        return log.store->write(
            [&](store::WriteTxn& txn) { return broker::leave(txn, who, design); });
    }
    [[nodiscard]] Result<api::Message> say(const service::Caller& who, std::string_view text) {
        return log.store->write([&](store::WriteTxn& txn) {
            return broker::post_message(txn, who,
                                        {.channel = design, .text = *api::MessageText::from(text)},
                                        log.writing());
        });
    }
    [[nodiscard]] api::MessagePage history(const api::ListMessages& wanted) {
        const auto page = broker::list_messages(log.store.read(), wanted);
        REQUIRE(page);
        return *page;
    }
    [[nodiscard]] std::vector<std::string> members() {
        const auto page = broker::list_members(log.store.read(), {.name = design});
        REQUIRE(page);
        std::vector<std::string> names;
        for (const api::ChannelMember& member : page->items)
            names.push_back(member.user.text());
        return names;
    }
};

std::vector<std::string> texts(const api::MessagePage& page) {
    std::vector<std::string> all;
    for (const api::Message& message : page.items)
        all.push_back(message.text ? message.text->text() : "-");
    return all;
}

}  // namespace

TEST_CASE("a channel is founded once, by its first member") {
    Scene scene;
    const auto made = scene.create(scene.alice, "design");
    REQUIRE(made);
    CHECK(made->members.value() == 1);
    CHECK_FALSE(made->private_);
    const auto again = scene.create(scene.bob, "design");
    CHECK(again.error().kind == ErrorKind::already_exists);
    CHECK(scene.members() == std::vector<std::string>{"alice"});
}

TEST_CASE("nobody founds more channels than one may, and others still can") {
    Scene scene;
    for (std::size_t i = 0; i < broker::most_founded; ++i)
        REQUIRE(scene.create(scene.alice, "channel-" + std::to_string(i)));
    CHECK(scene.create(scene.alice, "one-more").error().kind == ErrorKind::resource_exhausted);
    CHECK(scene.create(scene.bob, "one-more"));
}

TEST_CASE("joining and leaving twice is as good as once") {
    Scene scene;
    CHECK(scene.join(scene.bob).error().kind == ErrorKind::not_found);
    REQUIRE(scene.create(scene.alice, "design"));
    CHECK(scene.join(scene.bob)->changed);
    CHECK_FALSE(scene.join(scene.bob)->changed);
    CHECK(scene.join(scene.bob)->members.value() == 2);
    CHECK(scene.members() == std::vector<std::string>{"alice", "bob"});
    CHECK(scene.leave(scene.bob)->changed);
    const auto left = scene.leave(scene.bob);
    CHECK_FALSE(left->changed);
    CHECK_FALSE(left->member);
    CHECK(left->members.value() == 1);
}

TEST_CASE("channels and members are listed page by page") {
    Scene scene;
    for (const char* name : {"cc", "aa", "bb"})
        REQUIRE(scene.create(scene.alice, name));
    std::vector<std::string> names;
    std::optional<api::Cursor> after;
    do {
        const auto page =
            broker::list_channels(scene.log.store.read(), {.limit = 2, .after = after});
        REQUIRE(page);
        for (const api::Channel& channel : page->items)
            names.push_back(channel.name.text());
        after = page->next;
    } while (after);
    CHECK(names == std::vector<std::string>{"aa", "bb", "cc"});
}

TEST_CASE("what is said is a message and an event at once, in order") {
    Scene scene;
    REQUIRE(scene.create(scene.alice, "design"));
    CHECK(scene.say(scene.bob, "hello")->id.value() == 1);
    const auto second = scene.say(scene.alice, "and you");
    REQUIRE(second);
    CHECK(second->id.value() == 2);
    CHECK(second->author == api::Username("alice"));
    const auto events =
        scene.log.read({.limit = 10, .topics = {api::Topic("channel:design")}}).items;
    REQUIRE(events.size() == 2);
    CHECK(events[1].offset == second->offset);
    CHECK(events[0].id.text() == first_run.text() + "-1");
    CHECK(events[1].id.text() == first_run.text() + "-2");
    const auto posted = api::read_json<api::MessagePosted>(events[0].data.text());
    REQUIRE(posted);
    CHECK(posted->author == api::Username("bob"));
    CHECK(posted->text.text() == "hello");
}

TEST_CASE("history is read newest first, by time and by page") {
    Scene scene;
    REQUIRE(scene.create(scene.alice, "design"));
    for (const char* text : {"1", "2", "3", "4", "5"}) {
        REQUIRE(scene.say(scene.alice, text));
        scene.log.store.clock.advance(std::chrono::minutes(1));
    }
    const auto first = scene.history({.channel = design, .limit = 2});
    CHECK(texts(first) == std::vector<std::string>{"5", "4"});
    CHECK(first.through.value() == 5);
    const auto second = scene.history({.channel = design, .limit = 2, .after = first.next});
    CHECK(texts(second) == std::vector<std::string>{"3", "2"});
    const auto last = scene.history({.channel = design, .limit = 2, .after = second.next});
    CHECK(texts(last) == std::vector<std::string>{"1"});
    CHECK_FALSE(last.next);
    const auto recent =
        scene.history({.channel = design, .since = begin_of_time + std::chrono::minutes(3)});
    CHECK(texts(recent) == std::vector<std::string>{"5", "4"});
}

TEST_CASE("of somebody who is gone, nothing that they said is left, at once and for good") {
    Scene scene;
    scene.log.append_one(registered(1, "alice"));
    scene.log.append_one(registered(2, "bob"));
    REQUIRE(scene.create(scene.alice, "design"));
    REQUIRE(scene.join(scene.bob));
    REQUIRE(scene.say(scene.alice, "secret"));
    REQUIRE(scene.say(scene.bob, "reply"));
    scene.log.append_one(user_deleted(1));
    const auto check_gone = [&] {
        const auto page = scene.history({.channel = design});
        CHECK(texts(page) == std::vector<std::string>{"reply", "-"});
        CHECK_FALSE(page.items[1].author);
        CHECK(scene.members() == std::vector<std::string>{"bob"});
        CHECK(scene.log.data_at(3) == "null");
        CHECK(scene.log.data_at(4).find("reply") != std::string::npos);
    };
    check_gone();
    while (broker::has_to_forget(scene.log.store.read())) {
        REQUIRE(scene.log.store->write(
            [](store::WriteTxn& txn) { static_cast<void>(broker::forget_more(txn)); }));
    }
    check_gone();
    const store::ReadTxn txn = scene.log.store.read();
    CHECK(txn.get(broker::messages, {"design", 1})->text.empty());
    CHECK(txn.get(broker::log, 3)->event.find("secret") == std::string_view::npos);
    CHECK(txn.get(broker::channels, "design")->members_count == 1);
    // A token of hers may still be about.
    CHECK(scene.say(scene.alice, "back").error().kind == ErrorKind::unauthenticated);
    CHECK(scene.join(scene.alice).error().kind == ErrorKind::unauthenticated);
    CHECK(scene.create(scene.alice, "hers").error().kind == ErrorKind::unauthenticated);
}
