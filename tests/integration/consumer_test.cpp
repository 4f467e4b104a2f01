// A consumer before a real broker, whose source is in the test's hands.
#include "outbox/consumer.hpp"

#include "broker/service.hpp"
#include "catch.hpp"
#include "daemon.hpp"
#include "eventually.hpp"
#include "outbox/cursor_table.hpp"
#include "outbox/parking.hpp"
#include "scripted_daemon.hpp"
#include "test_store.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>

using namespace palette;
using namespace palette::test;

namespace {

constexpr store::Table<std::uint64_t, std::string> heard{"heard"};

// Writes down what it is given, in the transaction that it is given.
class Notebook final : public outbox::Sink {
  public:
    void apply(const api::Event& event, store::WriteTxn& txn) override {
        if (event.data.text() == R"("poison")" && poisonous) throw std::runtime_error("poison");
        note(txn, "event " + event.data.text());
    }
    void begin_snapshot(store::WriteTxn& txn) override { note(txn, "begin"); }
    void apply_snapshot(const api::NewEvent& state, store::WriteTxn& txn) override {
        note(txn, "state " + state.data.text());
    }
    // Two steps; the second ends it.
    [[nodiscard]] Sweep sweep(store::WriteTxn& txn) override {
        const bool is_last = txn.last(heard)->value == "sweep";
        if (is_last && last_sweep_fails) throw std::runtime_error("killed");
        note(txn, "sweep");
        return is_last ? Sweep::done : Sweep::goes_on;
    }

    std::atomic<bool> poisonous = true;
    std::atomic<bool> last_sweep_fails = false;

  private:
    static void note(store::WriteTxn& txn, const std::string& line) {
        txn.put(heard, txn.next_id("heard"), line);
    }
};

api::NewEvent event_saying(const std::string& word, int palette = 1) {
    return {.type = api::Word("palette.created"),
            .subject = *api::Word::from("palette/" + std::to_string(palette)),
            .time = begin_of_time,
            .topic = api::Topic("palettes"),
            .audience = api::Audience::public_,
            .revision = 1,
            .data = api::Json("\"" + word + "\"")};
}

std::string incarnation(char digit) {
    return std::string(32, digit);
}

struct Scene {
    TestHome home;
    rpc::Context context;
    rpc::SocketFolder sockets{home->run};
    TestStore store{{heard.name, outbox::consumer_table, outbox::parked.name}};
    Notebook notebook;
    std::optional<Daemon<broker::Service>> broker{std::in_place, *home};
    std::mutex mutex;
    std::string source_incarnation = incarnation('1');  // under mutex
    std::vector<std::string> notices;                   // under mutex
    std::vector<bool> had_begun_when_asked;             // under mutex; at each page
    std::uint64_t sequence = 0;
    std::optional<ScriptedDaemon> source{std::in_place, sockets,
                                         api::palettes_daemon.sibling_socket(), script()};
    std::optional<outbox::Consumer> consumer;

    ScriptedDaemon::Script script() {
        return [this](const Heard& asked) { return std::vector{snapshot(asked)}; };
    }
    // Two pages of one subject each.
    Said snapshot(const Heard& asked) {
        const std::lock_guard guard(mutex);
        had_begun_when_asked.push_back(store.read().count_rows(heard) > 0);
        const bool is_second = asked.params.find("page-2") != std::string::npos;
        api::SnapshotPage page{.incarnation = *api::Incarnation::from(source_incarnation),
                               .items = {event_saying(is_second ? "b" : "a")}};
        if (!is_second) page.next = api::Cursor("page-2");
        return answer_to(asked, api::to_json(page));
    }
    outbox::Notice hear_notices() {
        return [this](outbox::NoticeLevel, std::string_view event, std::string_view) {
            const std::lock_guard guard(mutex);
            notices.emplace_back(event);
        };
    }
    void start() {
        consumer.emplace(
            outbox::Surroundings{.store = *store,
                                 .context = context,
                                 .sockets = sockets,
                                 .clock = store.clock,
                                 .random = store.random,
                                 .notice = hear_notices()},
            "test", outbox::Feed{.source = api::palettes_daemon, .topics = {api::palettes_topic}},
            notebook);
    }
    void become(char digit) {
        const std::lock_guard guard(mutex);
        source_incarnation = incarnation(digit);
    }
    void append(const std::string& word, char life = '1') { append(event_saying(word), life); }
    void append(const api::NewEvent& event, char life = '1') {
        rpc::Client client(context, sockets, store.random);
        const auto taken =
            client.call(api::AppendEvents{.source = api::Source("paletted/1"),
                                          .incarnation = *api::Incarnation::from(incarnation(life)),
                                          .first = api::Sequence::clamped(++sequence),
                                          .items = {event},
                                          .begins = true});
        REQUIRE(taken);
    }
    [[nodiscard]] std::vector<std::string> lines() {
        const store::ReadTxn txn = store.read();
        std::vector<std::string> all;
        for (const auto& [number, line] : txn.scan(heard))
            all.push_back(line);
        return all;
    }
    void expect(const std::vector<std::string>& expected) {
        CHECK(eventually([&] { return lines().size() >= expected.size(); }));
        CHECK(lines() == expected);
    }
    bool was_noticed(std::string_view event) {
        const std::lock_guard guard(mutex);
        return std::find(notices.begin(), notices.end(), event) != notices.end();
    }
    // A broker whose log is empty.
    void replace_broker() {
        broker.reset();
        std::filesystem::remove_all(home->store(api::broker_daemon.name));
        sequence = 0;
        broker.emplace(*home);
    }
};

const std::vector<std::string> one_snapshot{"begin", R"(state "a")", R"(state "b")", "sweep",
                                            "sweep"};

std::vector<std::string> followed_by(std::vector<std::string> lines,
                                     std::initializer_list<std::string> more) {
    lines.insert(lines.end(), more);
    return lines;
}

}  // namespace

TEST_CASE("a new consumer loads the snapshot and goes on from the head it noted before") {
    Scene scene;
    scene.append("old");
    scene.start();
    scene.expect(one_snapshot);
    scene.append("new");
    scene.expect(followed_by(one_snapshot, {R"(event "new")"}));
}

TEST_CASE("a consumer is given the topics that it asked for, and goes on past the others") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    auto of_another = event_saying("not asked for");
    of_another.topic = api::Topic("popularity");
    scene.append(of_another);
    scene.append("1");
    scene.append(of_another);
    scene.append("2");
    scene.expect(followed_by(one_snapshot, {R"(event "1")", R"(event "2")"}));
}

TEST_CASE("what a snapshot tells is asked for when its beginning is written") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    // Whether the source is there at all, then both pages.
    const std::lock_guard guard(scene.mutex);
    CHECK(scene.had_begun_when_asked == std::vector{false, true, true});
}

TEST_CASE("a consumer goes on where it was, each event once, after either was restarted") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    scene.append("1");
    scene.expect(followed_by(one_snapshot, {R"(event "1")"}));
    scene.consumer.reset();
    scene.append("2");
    scene.broker.reset();
    scene.store.reopen();
    scene.start();
    scene.broker.emplace(*scene.home);
    scene.append("3");
    scene.expect(followed_by(one_snapshot, {R"(event "1")", R"(event "2")", R"(event "3")"}));
}

TEST_CASE("a consumer whose cursor lies beyond a replaced log reloads by snapshot") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    scene.append("1");
    scene.append("2");
    const auto before = followed_by(one_snapshot, {R"(event "1")", R"(event "2")"});
    scene.expect(before);
    scene.replace_broker();
    auto expected = before;
    expected.insert(expected.end(), one_snapshot.begin(), one_snapshot.end());
    scene.expect(expected);
    scene.append("after");
    scene.expect(followed_by(expected, {R"(event "after")"}));
    CHECK(scene.was_noticed("consumer.reset"));
}

TEST_CASE("a replaced log is noticed however long it is") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    scene.append("1");
    const auto before = followed_by(one_snapshot, {R"(event "1")"});
    scene.expect(before);
    scene.consumer.reset();
    scene.replace_broker();
    for (const char* word : {"2", "3", "4"})
        scene.append(word);
    scene.start();
    auto expected = before;
    expected.insert(expected.end(), one_snapshot.begin(), one_snapshot.end());
    scene.expect(expected);
}

TEST_CASE("a source with another store is loaded by its snapshot") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    scene.become('2');
    scene.append("from another life", '2');
    auto expected = one_snapshot;
    expected.insert(expected.end(), one_snapshot.begin(), one_snapshot.end());
    scene.expect(expected);
    scene.append("on", '2');
    scene.expect(followed_by(expected, {R"(event "on")"}));
}

TEST_CASE("while the source of its snapshot is away a consumer writes nothing") {
    Scene scene;
    scene.source.reset();
    std::atomic<int> commits = 0;
    const store::Hook count = scene.store->after_commit([&] { ++commits; });
    scene.start();
    CHECK(eventually([&] { return scene.was_noticed("consumer.waits"); }));
    // Several more rounds.
    CHECK_FALSE(eventually([&] { return commits > 0; }, 4 * outbox::Worker::retry_after));
    CHECK(scene.lines().empty());
    scene.source.emplace(scene.sockets, api::palettes_daemon.sibling_socket(), scene.script());
    scene.expect(one_snapshot);
}

TEST_CASE("a consumer that is cut short between two steps of a sweep loads the snapshot again") {
    Scene scene;
    scene.notebook.last_sweep_fails = true;
    scene.start();
    CHECK(eventually([&] { return scene.was_noticed("consumer.waits"); }));
    scene.consumer.reset();
    const auto cut_short = scene.lines();
    CHECK(cut_short.back() == "sweep");
    scene.notebook.last_sweep_fails = false;
    scene.start();
    auto expected = cut_short;
    expected.insert(expected.end(), one_snapshot.begin(), one_snapshot.end());
    scene.expect(expected);
}

TEST_CASE("what cannot be taken in is put aside, later ones of its subject behind it") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    scene.append(event_saying("poison", 1));
    scene.append(event_saying("other", 2));
    scene.append(event_saying("behind", 1));
    scene.append(event_saying("more", 2));
    const auto without = followed_by(one_snapshot, {R"(event "other")", R"(event "more")"});
    scene.expect(without);
    CHECK(scene.was_noticed("consumer.parked"));
    const auto summary = outbox::summarize_parked(scene.store.read());
    CHECK(summary.count == 2);
    CHECK_THAT(summary.problem, Catch::Contains("palette/1") && Catch::Contains("poison"));

    // In vain, as long as nothing was mended; also over a restart.
    const auto retry = [&] {
        REQUIRE(scene.store->write(
                    [](store::WriteTxn& txn) { return outbox::retry_parked(txn); }) == 2);
    };
    retry();
    scene.consumer.reset();
    scene.start();
    const auto tried_in_vain = [&] {
        const auto head = scene.store.read().first(outbox::parked);
        return head && head->value.tries == outbox::most_tries;
    };
    CHECK(eventually(tried_in_vain));
    CHECK(scene.lines() == without);

    scene.notebook.poisonous = false;
    retry();
    scene.expect(followed_by(without, {R"(event "poison")", R"(event "behind")"}));
    CHECK(outbox::summarize_parked(scene.store.read()).count == 0);
    scene.append(event_saying("last", 1));
    CHECK(eventually([&] { return scene.lines().back() == R"(event "last")"; }));
}

TEST_CASE("a snapshot takes the place of what was put aside") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    scene.append("poison");
    CHECK(eventually([&] { return outbox::summarize_parked(scene.store.read()).count == 1; }));
    scene.replace_broker();
    auto expected = one_snapshot;
    expected.insert(expected.end(), one_snapshot.begin(), one_snapshot.end());
    scene.expect(expected);
    CHECK(outbox::summarize_parked(scene.store.read()).count == 0);
}

TEST_CASE("what was erased is passed over") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    scene.consumer.reset();
    scene.append(event_saying("secret", 1));
    auto erasing = event_saying("erased", 1);
    erasing.erases = true;
    scene.append(erasing);
    scene.start();
    scene.expect(followed_by(one_snapshot, {R"(event "erased")"}));
}

TEST_CASE("a source whose store is another one is noticed though it has nothing to tell") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    scene.append("1");
    const auto before = followed_by(one_snapshot, {R"(event "1")"});
    scene.expect(before);
    scene.become('2');
    rpc::Client client(scene.context, scene.sockets, scene.store.random);
    REQUIRE(client.call(api::AppendEvents{.source = api::Source("paletted/1"),
                                          .incarnation = *api::Incarnation::from(incarnation('2')),
                                          .first = 1,
                                          .items = {},
                                          .begins = true}));
    auto expected = before;
    expected.insert(expected.end(), one_snapshot.begin(), one_snapshot.end());
    scene.expect(expected);
}

TEST_CASE("a log that was put back and has passed the cursor again is noticed") {
    Scene scene;
    scene.start();
    scene.expect(one_snapshot);
    scene.append("1");
    scene.broker.reset();
    const auto store = scene.home->store(api::broker_daemon.name);
    const auto copy = store.string() + ".copy";
    std::filesystem::copy(store, copy, std::filesystem::copy_options::recursive);
    scene.broker.emplace(*scene.home);
    scene.append("2");
    const auto before = followed_by(one_snapshot, {R"(event "1")", R"(event "2")"});
    scene.expect(before);
    scene.consumer.reset();
    scene.broker.reset();
    std::filesystem::remove_all(store);
    std::filesystem::rename(copy, store);
    scene.broker.emplace(*scene.home);
    scene.sequence = 1;
    for (const char* word : {"2 again", "3", "4"})
        scene.append(word);
    scene.start();
    auto expected = before;
    expected.insert(expected.end(), one_snapshot.begin(), one_snapshot.end());
    scene.expect(expected);
    CHECK(scene.was_noticed("consumer.reset"));
}
