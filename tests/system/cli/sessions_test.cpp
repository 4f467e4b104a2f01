// Who is signed in, from command to command.
#include "base/files.hpp"
#include "catch.hpp"
#include "family.hpp"

#include <regex>

using namespace palette;
using test::Family;
using test::Ran;

namespace {

constexpr std::size_t most_bytes = 64 * 1024;

// As if the access token were about to end.
void age_session(const Family& family, const std::string& name) {
    const auto file = family.home().state / "sessions" / (name + ".json");
    const std::string session = read_small_file(file, most_bytes).value();
    static const std::regex moment(R"re("expires_at":"[^"]*")re");
    replace_file(file,
                 std::regex_replace(session, moment, R"("expires_at":"2026-01-01T00:00:00.000Z")"));
}

}  // namespace

TEST_CASE("several people are signed in, and one of them is meant") {
    const Family family;
    family.enter("alice");
    family.enter("bob");
    CHECK_THAT(family.did({"whoami"}), Catch::StartsWith("bob\t"));
    CHECK_THAT(family.did({"whoami", "--as", "alice"}), Catch::StartsWith("alice\t"));
    CHECK_THAT(family.did({"--as", "alice", "whoami"}), Catch::StartsWith("alice\t"));
    auto launched = family.launched({"whoami"});
    launched.variables.push_back("PALETTECTL_AS=alice");
    CHECK_THAT(test::run(launched).out, Catch::StartsWith("alice\t"));
}

TEST_CASE("who signs out is out, and may sign in again") {
    const Family family;
    family.enter("alice");
    CHECK(family.did({"logout", "--json"}) == "{\"changed\":true}\n");
    CHECK(family.ctl({"whoami"}).code == 4);
    CHECK(family.ctl({"logout"}).code == 4);
    family.did({"login", "alice", "--password-stdin"}, std::string(test::password));
    CHECK_THAT(family.did({"whoami"}), Catch::StartsWith("alice\t"));
}

TEST_CASE("a session that was ended elsewhere is over here, and says so") {
    const Family family;
    family.enter("alice");
    const auto file = family.home().state / "sessions/alice.json";
    const std::string first = read_small_file(file, most_bytes).value();
    family.did({"login", "alice", "--password-stdin"}, std::string(test::password));
    family.did({"logout", "--all"});
    replace_file(file, first);
    CHECK(family.ctl({"whoami", "--as", "alice"}).code == 4);
}

TEST_CASE("fifty commands at once when the token ends all succeed") {
    const Family family;
    family.enter("alice");
    age_session(family, "alice");
    std::vector<test::Running> running;
    for (int i = 0; i < 50; ++i)
        running.emplace_back(family.launched({"whoami", "--timeout", "20s"}));
    for (auto& one : running) {
        const Ran ran = one.wait();
        INFO(ran.err);
        CHECK(ran.code == 0);
        CHECK_THAT(ran.out, Catch::StartsWith("alice\t"));
    }
}

TEST_CASE("a token comes from the environment, and reading what is public needs none") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Open", "#fff"});
    const auto session =
        read_small_file(family.home().state / "sessions/alice.json", most_bytes).value();
    const auto begin = session.find(R"("access_token":")") + 16;
    const std::string token = session.substr(begin, session.find('"', begin) - begin);
    family.did({"logout"});
    CHECK(family.did({"palette", "show", "alice/open"}) == "#ffffff\n");
    family.enter("bob");
    auto launched = family.launched({"whoami"});
    launched.variables.push_back("PALETTECTL_TOKEN=nonsense");
    CHECK(test::run(launched).code == 4);
    CHECK(token.size() > 100);
}

TEST_CASE("no secret is in an argument, an answer or a log") {
    const Family family;
    const std::string secret = "sesame sesame 31415";
    const Ran said = family.ctl({"register", "alice", "--password", secret});
    CHECK(said.code == 2);
    CHECK_THAT(said.err, !Catch::Contains(secret));
    const std::string user = family.did({"register", "alice", "--password-stdin", "-v"}, secret);
    CHECK_THAT(user, !Catch::Contains(secret));
    for (const auto& log : std::filesystem::directory_iterator(family.home().logs))
        CHECK_THAT(read_small_file(log.path(), 1 << 24).value(), !Catch::Contains(secret));
}
