// Channels, as people and scripts use them.
#include "base/file_lock.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "eventually.hpp"
#include "family.hpp"

#include <csignal>

using namespace palette;
using test::Family;
using test::Ran;

namespace {

void kill_broker(const Family& family) {
    const auto broker = FileLock::holder(family.home().daemon_lock("palette-brokerd"));
    REQUIRE(::kill(broker.value(), SIGKILL) == 0);
}

}  // namespace

TEST_CASE("a channel is opened, spoken in and read") {
    const Family family;
    family.enter("alice");
    CHECK(family.did({"channel", "create", "design", "--topic", "Colors"})
              .starts_with("design\tColors\tfalse\t1\t"));
    CHECK(family.ctl({"channel", "create", "design"}).code == 5);
    CHECK(family.did({"say", "design", "a", "warmer", "grey?"}) == "1\n");
    CHECK(family.did({"say", "design", "-"}, "two\nlines\n") == "2\n");
    const std::string said = family.did({"say", "design", "third", "--json"});
    CHECK_THAT(said,
               Catch::StartsWith(R"({"id":3,"channel":"design","author":"alice","text":"third")"));
    const std::string history = family.did({"channel", "history", "design"});
    CHECK_THAT(history, Catch::StartsWith("1\t") && Catch::Contains("\talice\ta warmer grey?\t"));
    CHECK_THAT(history, Catch::Contains("two\\nlines"));
    CHECK(std::count(history.begin(), history.end(), '\n') == 3);
    const std::string newest =
        family.did({"channel", "history", "design", "--limit", "1", "--json"});
    CHECK_THAT(newest, Catch::Contains("third") && !Catch::Contains("warmer"));
    CHECK_THAT(family.did({"channel", "list", "--json"}), Catch::Contains(R"("members":1)"));
    CHECK_THAT(family.did({"channel", "members", "design"}), Catch::StartsWith("alice\t"));
}

TEST_CASE("what is wrong with a channel is said with its code") {
    const Family family;
    CHECK(family.ctl({"say", "design", "hello"}).code == 4);
    family.enter("alice");
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{"say", "nowhere", "hello"},
                                               {"channel", "show", "nowhere"},
                                               {"channel", "history", "nowhere"},
                                               {"channel", "join", "nowhere"},
                                               {"watch", "channel:nowhere"}}) {
        const Ran ran = family.ctl(arguments);
        INFO(arguments[0]);
        CHECK(ran.code == 3);
        CHECK(ran.out.empty());
        CHECK_THAT(ran.err, Catch::Contains("there is no channel nowhere"));
    }
    family.did({"channel", "create", "design"});
    CHECK(family.ctl({"say", "design", "  "}).code == 2);
    CHECK(family.ctl({"say", "design", std::string(4001, 'x')}).code == 2);
    CHECK(family.ctl({"channel", "create", "De Sign"}).code == 2);
    CHECK_THAT(family.did({"channel", "join", "design", "--json"}),
               Catch::Contains(R"("changed":false)"));
    CHECK_THAT(family.did({"channel", "leave", "design", "--json"}),
               Catch::Contains(R"("member":false,"changed":true,"members":0)"));
}

TEST_CASE("a channel is followed from its history on, over the end of the broker") {
    const Family family;
    family.enter("alice");
    family.did({"channel", "create", "design"});
    family.did({"channel", "create", "design-talk"});
    family.did({"say", "design", "before"});
    test::Running follow(family.launched({"channel", "history", "design", "-f", "--json"}));
    CHECK_THAT(follow.line(), Catch::Contains("before"));
    family.did({"say", "design-talk", "elsewhere"});
    family.did({"say", "design", "after"});
    CHECK_THAT(follow.line(), Catch::StartsWith(R"({"id":2,)") && Catch::Contains("after"));
    kill_broker(family);
    // The supervisor starts it again.
    CHECK(test::eventually([&] { return family.ctl({"say", "design", "again"}).code == 0; }));
    CHECK_THAT(follow.line(), Catch::StartsWith(R"({"id":3,)") && Catch::Contains("again"));
    REQUIRE(::kill(follow.pid(), SIGINT) == 0);
    CHECK(follow.wait().code == 130);
}

TEST_CASE("watch goes on after what its cursor file says") {
    const Family family;
    family.enter("alice");
    family.did({"channel", "create", "design"});
    const std::string file = (family.home().state / "cursor").string();
    const auto watch = [&] {
        return family.ctl({"watch", "channel:design", "--since", "start", "--idle", "300ms",
                           "--cursor-file", file, "--format", "tsv"});
    };
    family.did({"say", "design", "one"});
    family.did({"say", "design", "two"});
    const Ran first = watch();
    CHECK(first.code == 0);
    CHECK_THAT(first.out, Catch::Contains("one") && Catch::Contains("two"));
    CHECK(watch().out.empty());
    family.did({"say", "design", "three"});
    const Ran third = watch();
    CHECK_THAT(third.out, Catch::Contains("three") && !Catch::Contains("two"));
    replace_file(file, "not a place");
    CHECK(watch().code == 2);
}

TEST_CASE("a cursor file of another log is told of") {
    const Family family;
    family.enter("alice");
    const std::string file = (family.home().state / "cursor").string();
    const auto watch = [&] {
        return family.ctl({"watch", "--since", "start", "--idle", "1s", "--cursor-file", file});
    };
    CHECK_THAT(watch().out, Catch::Contains("user.registered"));
    family.did({"down"});
    std::filesystem::remove_all(family.home().store("palette-brokerd"));
    family.did({"up"});
    const Ran ran = watch();
    CHECK(ran.code == 0);
    CHECK_THAT(ran.err, Catch::Contains("another one than was read through offset 1"));
    CHECK_THAT(ran.out, Catch::Contains("user.registered"));
}

TEST_CASE("status tells of the log, and a retry of nothing is no failure") {
    const Family family;
    family.enter("alice");
    family.did({"watch", "--since", "start", "--count", "1", "--timeout", "20s"});
    CHECK_THAT(family.did({"status", "--json"}), Catch::Contains(R"("log":{"first":1,"head":1)") &&
                                                     Catch::Contains(R"("source":"paletted/1")"));
    CHECK_THAT(family.did({"admin", "retry"}), Catch::Contains("palette-popularityd\t0"));
    CHECK(family.ctl({"admin", "retry", "nobody"}).code == 2);
}
