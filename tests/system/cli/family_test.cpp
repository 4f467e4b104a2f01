// The first steps of anybody, in the order in which they are taken.
#include "family.hpp"

#include "base/files.hpp"
#include "catch.hpp"
#include "eventually.hpp"
#include "terminal.hpp"

#include <csignal>

using namespace palette;
using test::Family;
using test::Place;
using test::Ran;

TEST_CASE("from nothing to a palette that is liked, seen and shown") {
    const Family family;
    const std::string user =
        family.did({"register", "alice", "--password-stdin", "--json"}, "correct horse battery\n");
    CHECK_THAT(user, Catch::Contains(R"("username":"alice")"));
    CHECK_THAT(user, !Catch::Contains("token"));

    CHECK_THAT(
        family.did({"palette", "create", "--title", "Sea Glass", "#0b3954", "#bfd7ea", "--json"}),
        Catch::Contains(R"("ref":"alice/sea-glass")"));
    CHECK(family.did({"palette", "show", "alice/sea-glass"}) == "#0b3954\n#bfd7ea\n");

    CHECK(family.did({"like", "alice/sea-glass", "--json"}) ==
          R"({"ref":"alice/sea-glass","liked":true,"changed":true,"likes":1})"
          "\n");
    CHECK(family.did({"like", "alice/sea-glass", "--json"}) ==
          R"({"ref":"alice/sea-glass","liked":true,"changed":false,"likes":1})"
          "\n");
    CHECK(test::eventually([&] {
        return family.did({"popular", "--json"})
            .starts_with(R"({"items":[{"rank":1,"likes":1,"palette":{"id":1,)");
    }));
    CHECK(family.did({"unlike", "alice/sea-glass"}) == "alice/sea-glass\tfalse\ttrue\t0\n");
}

TEST_CASE("a list is an object, an object a line, or values between tabs") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "One", "--tag", "calm", "#fff"});
    family.did({"palette", "create", "--title", "Two", "#000", "-q"});
    const std::string lines = family.did({"palette", "list", "--format", "jsonl"});
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 2);
    CHECK_THAT(lines, Catch::Contains(R"("ref":"alice/one")"));
    const std::string page = family.did({"palette", "list", "--limit", "1", "--json"});
    CHECK_THAT(page, Catch::StartsWith(R"({"items":[{"id":2,)"));
    const auto next = page.find(R"("next":")") + 8;
    const std::string cursor = page.substr(next, page.find('"', next) - next);
    const std::string rest = family.did({"palette", "list", "--after", cursor});
    CHECK_THAT(rest, Catch::StartsWith("alice/one\tOne\t#ffffff\tcalm\tpublic\t1\t"));
    CHECK(std::count(rest.begin(), rest.end(), '\n') == 1);
}

TEST_CASE("colors come from stdin too, one a line") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Piped", "-"}, "#0b3954\n\n  tomato\r\nfff");
    CHECK(family.did({"palette", "show", "alice/piped"}) == "#0b3954\n#ff6347\n#ffffff\n");
}

TEST_CASE("a family that runs is left alone by up, and gone after down") {
    const Family family;
    const Ran again = family.ctl({"up", "--json"});
    CHECK(again.code == 0);
    CHECK(again.err.empty());
    CHECK_THAT(family.ctl({"up"}).err, Catch::Contains("running already"));
    CHECK_THAT(family.did({"up", "-q", "--json"}), Catch::StartsWith(R"({"items":[)"));
    CHECK(family.did({"up", "-q"}).empty());
    CHECK_THAT(again.out, Catch::Contains(R"("name":"paletted","state":"ready")"));
    CHECK(family.ctl({"status"}).code == 0);
    CHECK(family.did({"down", "--json"}) == "{\"changed\":true}\n");
    CHECK(family.did({"down", "--json"}) == "{\"changed\":false}\n");
    const Ran status = family.ctl({"status", "--json"});
    CHECK(status.code == 3);
    CHECK_THAT(status.out, Catch::Contains(R"("name":"paletted","state":"down","pid":null)"));
}

TEST_CASE("what was there before a restart is there after it") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Kept", "#fff"});
    family.did({"up", "--restart"});
    CHECK(family.did({"palette", "show", "alice/kept"}) == "#ffffff\n");
    CHECK_THAT(family.did({"logs", "paletted"}), Catch::Contains("daemon.ready"));
}

TEST_CASE("any method can be asked, and says what it takes") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Raw", "#fff"});
    CHECK_THAT(family.did({"rpc", "palette.get", R"({"ref":"alice/raw"})"}),
               Catch::StartsWith(R"({"id":1,"ref":"alice/raw")"));
    CHECK_THAT(family.did({"rpc", "palette.get", "--help"}), Catch::Contains("palette.get"));
    CHECK(family.ctl({"rpc", "palette.get", R"({"reff":1})"}).code == 2);
    CHECK(family.ctl({"rpc", "palette.get", "{"}).code == 2);
    CHECK(family.ctl({"rpc", "palette.find", R"({"ref":"1"})"}).code == 4);
    const Ran misspelt = family.ctl({"rpc", "palette.gte"});
    CHECK(misspelt.code == 2);
    CHECK_THAT(misspelt.err, Catch::Contains("did you mean palette.get?"));
}

TEST_CASE("a secret is never an argument of any method, and is taken from stdin") {
    const Family family;
    const std::string params = R"({"username":"alice","password":"correct horse battery"})";
    const Ran said = family.ctl({"rpc", "user.register", params});
    CHECK(said.code == 2);
    CHECK(said.out.empty());
    CHECK_THAT(said.err, !Catch::Contains("horse") && Catch::Contains("rpc user.register - <"));
    CHECK_THAT(family.did({"rpc", "user.register", "-"}, params + "\n"),
               Catch::Contains(R"("username":"alice")"));
}

TEST_CASE("a daemon that cannot start is told of once") {
    const Place place;
    std::filesystem::create_directories(place.home().config);
    replace_file(place.home().config / "paletted.yaml", "log_level: loud\n");
    const Ran up = place.ctl({"up"});
    CHECK(up.code == 6);
    CHECK(up.out.empty());
    CHECK_THAT(up.err, Catch::Contains("paletted.yaml:1:12: log_level: expected one of debug") &&
                           Catch::Contains(R"(got "loud")"));
    CHECK(std::count(up.err.begin(), up.err.end(), '\n') == 1);
    place.did({"down"});
    const Ran json = place.ctl({"up", "--json"});
    CHECK(json.code == 6);
    CHECK_THAT(json.err, Catch::StartsWith(R"({"error":{"kind":"unavailable")"));
    CHECK(std::count(json.err.begin(), json.err.end(), '\n') == 1);
}

TEST_CASE("a family in the foreground is told of as any other") {
    const Place place;
    test::Running up(place.launched({"up", "--foreground", "--json"}));
    CHECK_THAT(up.line(), Catch::StartsWith(R"({"items":[{"name":")") &&
                              Catch::Contains(R"("name":"paletted","state":"ready")"));
    CHECK(place.ctl({"status"}).code == 0);
    REQUIRE(::kill(up.pid(), SIGINT) == 0);
    const Ran ran = up.wait();
    CHECK(ran.code == 0);
    CHECK(ran.out.empty());
    CHECK(place.ctl({"status"}).code == 3);
}

TEST_CASE("a log without lines that were asked for is not an empty log") {
    const Family family;
    test::Terminal logs(family.launched({"logs", "paletted", "--level", "error"}));
    CHECK_THAT(logs.see_end(), Catch::Contains("no line of the log is as"));
    CHECK(logs.code() == 0);
}
