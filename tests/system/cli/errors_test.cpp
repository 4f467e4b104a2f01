// How commands end when they cannot do what they were asked to.
#include "api/directory.hpp"
#include "base/file_lock.hpp"
#include "base/files.hpp"
#include "base/uuid.hpp"
#include "catch.hpp"
#include "family.hpp"
#include "scripted_daemon.hpp"

#include <poll.h>

#include <csignal>
#include <variant>

using namespace palette;
using test::Family;
using test::Place;
using test::Ran;

namespace {

void check_refusal(const Ran& ran, int code, const std::string& part) {
    INFO(ran.err);
    CHECK(ran.code == code);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Catch::StartsWith("palettectl: ") && Catch::Contains(part));
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
}

Uuid new_key() {
    SystemRandom random;
    return make_uuid7(SystemClock().now(), random);
}

pid_t pid_of(const Family& family, std::string_view daemon) {
    return FileLock::holder(family.home().daemon_lock(daemon)).value();
}

}  // namespace

TEST_CASE("a palette that is not there ends with 3") {
    const Family family;
    check_refusal(family.ctl({"palette", "show", "nobody/nothing"}), 3, "nobody/nothing");
    const Ran json = family.ctl({"palette", "show", "nobody/nothing", "--json"});
    CHECK(json.code == 3);
    CHECK(json.out.empty());
    CHECK_THAT(json.err, Catch::StartsWith(R"({"error":{"kind":"not_found","message":)"));
}

TEST_CASE("a write without a session ends with 4, and says how to sign in") {
    const Family family;
    check_refusal(family.ctl({"like", "alice/sea-glass"}), 4, "palettectl register NAME");
    check_refusal(family.ctl({"palette", "create", "#fff"}), 4, "not signed in");
    check_refusal(family.ctl({"whoami", "--as", "bob"}), 4, "palettectl login bob");
    check_refusal(family.ctl({"import", "--starter"}), 4, "not signed in");
}

TEST_CASE("what is wrong here is found before anybody is asked: 2, then 4, then 6") {
    const Place place;
    check_refusal(place.ctl({"like", "no reference"}), 2, "REF: expected");
    check_refusal(place.ctl({"like", "alice/sea-glass"}), 4, "not signed in");
    check_refusal(place.ctl({"popular"}), 6, "palettectl up");
    check_refusal(place.ctl({"watch"}), 6, "palettectl up");
    check_refusal(place.ctl({"register", "alice", "--password-stdin"}, "12345678"), 6, "up");
    const Family family;
    family.did({"down"});
    check_refusal(family.ctl({"popular"}), 6, "palette-popularityd is not running");
}

TEST_CASE("a taken name ends with 5, a wrong password with 4") {
    const Family family;
    family.enter("alice");
    check_refusal(family.ctl({"register", "alice", "--password-stdin"}, "correct horse battery"), 5,
                  "alice");
    check_refusal(family.ctl({"login", "alice", "--password-stdin"}, "wrong horse battery"), 4, "");
}

TEST_CASE("a command line that is wrong ends with 2 and the nearest") {
    const Place place;
    check_refusal(place.ctl({"poplar"}), 2, "did you mean popular?");
    check_refusal(place.ctl({"popular", "--limt", "3"}), 2, "did you mean --limit?");
    check_refusal(place.ctl({"palette", "create", "--title", "x"}), 2,
                  "no colors given: quote them ('#0b3954') or leave out the #");
    check_refusal(place.ctl({"popular", "--limit", "\xFF"}), 2, "argument 3 is not UTF-8");
    check_refusal(place.ctl({"import", "-", "--key", to_string(new_key())}), 2,
                  "--key: an import is many writes");
}

TEST_CASE("a wrong file, key or length of time is found here: 2") {
    const Place place;
    check_refusal(place.ctl({"register", "alice", "--password-file", "/tmp"}), 2,
                  "--password-file: ");
    const auto long_file = place.home().state.parent_path() / "long";
    replace_file(long_file, std::string(100'000, 'x'));
    check_refusal(place.ctl({"register", "alice", "--password-file", long_file}), 2,
                  "--password-file: ");
    check_refusal(place.ctl({"like", "1", "--key", "9b2f1f0e-0d0f-4f60-9e5c-0d3a5f6f7a11"}), 2,
                  "--key: expected a UUID of version 7 made in the last 24 hours");
    check_refusal(place.ctl({"like", "1", "--key", "019c0a5e-7f00-7000-8000-000000000001"}), 2,
                  "made in the last 24 hours, got one of another day");
    check_refusal(place.ctl({"down", "--timeout", "11m"}), 2, "--timeout: expected at most 10m");
    check_refusal(place.ctl({"--", "like", "1"}), 2, "palettectl: \"like\" is one argument");
}

TEST_CASE("a file's name that is no UTF-8 makes an error that is") {
    const Place place;
    const auto folder = place.home().state.parent_path() / "nd";
    std::filesystem::create_directories(folder / "x\xe2.jsonl");
    std::filesystem::create_symlink("x\xe2.jsonl", folder / "y\xe2.json");
    replace_file(folder / "z\xe2.json", std::string(10, '['));
    const Ran ran = place.ctl({"import", folder, "--dry-run", "--json"});
    for (const std::string& text : {ran.out, ran.err}) {
        INFO(text);
        CHECK(text.find('\xe2') == std::string::npos);
    }
}

TEST_CASE("a bad color is shown with a caret under the place") {
    const Place place;
    const Ran ran = place.ctl({"palette", "create", "#fff", "rebecapurple"});
    CHECK(ran.code == 2);
    CHECK_THAT(ran.err, Catch::StartsWith("  rebecapurple\n       ^\npalettectl: COLOR 2: "));
    CHECK_THAT(ran.err, Catch::EndsWith("did you mean rebeccapurple?\n"));
    const Ran json = place.ctl({"palette", "create", "rebecapurple", "--json"});
    CHECK_THAT(json.err, Catch::StartsWith(R"({"error":)"));
}

TEST_CASE("a write without an answer ends with 9, and the same command again does it once") {
    const Family family;
    family.enter("alice");
    const pid_t pid = pid_of(family, "paletted");
    REQUIRE(::kill(pid, SIGSTOP) == 0);
    const std::vector<std::string> create{"palette", "create",    "--title", "Once",
                                          "#fff",    "--timeout", "5s"};
    auto hurried = create;
    hurried.back() = "300ms";
    const Ran unknown = family.ctl(hurried);
    REQUIRE(::kill(pid, SIGCONT) == 0);
    check_refusal(unknown, 9, "--key ");
    const Ran again = family.ctl(create);
    INFO(again.err);
    CHECK(again.code == 0);
    CHECK_THAT(again.err, Catch::Contains("taking up the same command"));
    const std::string all = family.did({"palette", "list"});
    CHECK(std::count(all.begin(), all.end(), '\n') == 1);
    // A third time is another palette.
    CHECK_THAT(family.did(create), Catch::StartsWith("alice/once-2\t"));
}

TEST_CASE("a daemon that its supervisor is bringing back is waited for") {
    const Place place;
    place.home().create();
    // This process stands for the supervisor.
    const auto lock = FileLock::take(place.home().family_lock());
    REQUIRE(std::holds_alternative<FileLock>(lock));
    test::Running list(place.launched({"palette", "list"}));
    ::poll(nullptr, 0, 200);
    const rpc::SocketFolder sockets(place.home().run);
    const test::ScriptedDaemon paletted(
        sockets, api::palettes_daemon.client_socket(), [](const test::Heard& one) {
            return std::vector{test::answer_to(one, R"({"items":[],"next":null})")};
        });
    const Ran ran = list.wait();
    INFO(ran.err);
    CHECK(ran.code == 0);
}

TEST_CASE("an account whose end nobody heard of is gone when the command is run again") {
    const Family family;
    family.enter("alice");
    const std::vector<std::string> leave{"user", "delete", "--password-stdin"};
    const std::string secret = std::string(test::password) + "\n";
    // As whoever never got the answer still has it.
    const auto file = family.home().state / "sessions" / "alice.json";
    const std::string session = read_small_file(file, 64 * 1024).value();
    CHECK(family.did(leave, secret) == "true\n");
    replace_file(file, session);
    const std::vector<std::string> again{"user", "delete", "--password-stdin", "--as", "alice"};
    CHECK(family.did(again, secret) == "false\n");
    // Nothing is left of the session either, and a name that nobody had is no such account.
    check_refusal(family.ctl(again, secret), 4, "alice is not signed in");
    check_refusal(family.ctl({"user", "delete", "--password-stdin", "--as", "alcie"}, secret), 4,
                  "alcie is not signed in");
}

TEST_CASE("a daemon that is stopped is said to be silent, and no command waits for ever") {
    const Family family;
    const pid_t pid = pid_of(family, "palette-popularityd");
    REQUIRE(::kill(pid, SIGSTOP) == 0);
    const Ran popular = family.ctl({"popular", "--timeout", "200ms"});
    const Ran degraded = family.ctl({"status", "--timeout", "200ms"});
    REQUIRE(::kill(pid, SIGCONT) == 0);
    CHECK(popular.code == 8);
    CHECK(degraded.code == 1);
    CHECK_THAT(degraded.out,
               Catch::Contains("palette-popularityd\tsilent\t" + std::to_string(pid) + "\t"));
}

TEST_CASE("a reader that goes away ends a command quietly") {
    const Family family;
    test::Running watch(family.launched({"watch", "--since", "start", "--timeout", "20s"}));
    watch.close_out();
    family.enter("alice");
    const Ran ran = watch.wait();
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
}
