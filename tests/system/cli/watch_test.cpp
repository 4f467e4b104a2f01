// The live feed, as it is seen from outside.
#include "base/file_lock.hpp"
#include "catch.hpp"
#include "family.hpp"

#include <chrono>
#include <csignal>

using namespace palette;
using test::Family;
using test::Ran;

TEST_CASE("three events from the start are three objects") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "#0b3954"});
    family.did({"like", "alice/sea-glass"});
    const std::string events =
        family.did({"watch", "--since", "start", "--count", "3", "--timeout", "20s", "--json"});
    CHECK(std::count(events.begin(), events.end(), '\n') == 3);
    CHECK_THAT(events, Catch::StartsWith(R"({"specversion":"1.0")"));
    for (const char* type : {"user.registered", "palette.created", "palette.liked"})
        CHECK_THAT(events, Catch::Contains(type));
}

TEST_CASE("what is waited for in vain ends with 8, a mere look with 0") {
    const Family family;
    const Ran counted = family.ctl({"watch", "--count", "1", "--idle", "100ms"});
    CHECK(counted.code == 8);
    CHECK(counted.out.empty());
    CHECK_THAT(counted.err, Catch::Contains("0 events came, expected 1"));
    CHECK(family.ctl({"watch", "--count", "1", "--timeout", "100ms"}).code == 8);
    CHECK(family.ctl({"watch", "--timeout", "100ms"}).code == 0);
    CHECK(family.ctl({"watch", "--idle", "100ms"}).code == 0);
}

TEST_CASE("only what is asked for is shown") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "#0b3954"});
    family.did({"like", "alice/sea-glass"});
    const std::string likes = family.did(
        {"watch", "popularity", "--since", "start", "--count", "1", "--timeout", "20s", "--json"});
    CHECK_THAT(likes, Catch::Contains("palette.liked"));
    const std::string created = family.did({"watch", "--since", "1h", "--type", "palette.created",
                                            "--count", "1", "--timeout", "20s", "--json"});
    CHECK_THAT(created, Catch::Contains("palette.created"));
}

TEST_CASE("each event is printed as it comes, also over the end of the broker") {
    const Family family;
    family.enter("alice");
    test::Running watch(family.launched(
        {"watch", "palettes", "--since", "start", "--count", "2", "--timeout", "25s", "--json"}));
    family.did({"palette", "create", "--title", "Before", "#fff"});
    CHECK_THAT(watch.line(), Catch::Contains("alice/before"));
    const auto broker = FileLock::holder(family.home().daemon_lock("palette-brokerd"));
    REQUIRE(::kill(broker.value(), SIGKILL) == 0);
    family.did({"palette", "create", "--title", "After", "#000"});
    CHECK_THAT(watch.line(), Catch::Contains("alice/after"));
    CHECK(watch.wait().code == 0);
}

TEST_CASE("an interrupt ends it at once with 130") {
    const Family family;
    family.enter("alice");
    test::Running watch(family.launched({"watch", "--since", "start"}));
    CHECK_FALSE(watch.line().empty());
    REQUIRE(::kill(watch.pid(), SIGINT) == 0);
    CHECK(watch.wait().code == 130);
}

TEST_CASE("a broker that says nothing does not keep a watch beyond its time") {
    const Family family;
    const auto broker = FileLock::holder(family.home().daemon_lock("palette-brokerd"));
    REQUIRE(::kill(broker.value(), SIGSTOP) == 0);
    const auto begun = std::chrono::steady_clock::now();
    const int counted = family.ctl({"watch", "--count", "1", "--timeout", "300ms"}).code;
    const int looked = family.ctl({"watch", "--timeout", "300ms"}).code;
    const auto took = std::chrono::steady_clock::now() - begun;
    REQUIRE(::kill(broker.value(), SIGCONT) == 0);
    CHECK(counted == 8);
    CHECK(looked == 0);
    CHECK(took < std::chrono::seconds(5));
}

TEST_CASE("a place beyond the end of the log is refused") {
    const Family family;
    family.enter("alice");
    // The event of her registration is on its way to the broker.
    family.did({"watch", "--since", "start", "--count", "1", "--timeout", "20s"});
    const Ran ran = family.ctl({"watch", "--since", "99999", "--timeout", "10s"});
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Catch::Contains("the log ends at offset 1, before 99999"));
    CHECK(family.ctl({"watch", "--since", "1", "--timeout", "50ms"}).code == 0);
}
