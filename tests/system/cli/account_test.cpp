// Accounts as their owners keep them: profile, password, tokens for programs, and the end.
#include "base/files.hpp"
#include "catch.hpp"
#include "family.hpp"
#include "terminal.hpp"

using namespace palette;
using test::Family;
using test::Ran;
using test::Terminal;

namespace {

constexpr std::string_view other_password = "staple of another kind";

std::string lines(std::string_view first, std::string_view second) {
    return std::string(first) + "\n" + std::string(second) + "\n";
}

Ran as_program(const Family& family, const std::string& token, std::vector<std::string> words) {
    auto launched = family.launched(std::move(words));
    launched.variables.push_back("PALETTECTL_TOKEN=" + token);
    return test::run(launched);
}

}  // namespace

TEST_CASE("a profile is edited and shown") {
    const Family family;
    family.enter("alice");
    family.did({"user", "edit", "--display-name", "Alice", "--bio", "of the sea"});
    CHECK_THAT(family.did({"user", "show", "alice"}),
               Catch::StartsWith("alice\t1\tAlice\t") && Catch::Contains("\tof the sea\t"));
    CHECK_THAT(family.did({"whoami"}), Catch::StartsWith("alice\t1\tAlice\t"));
    CHECK(family.ctl({"user", "show", "nobody1"}).code == 3);
    CHECK(family.ctl({"user", "edit"}).code == 2);
}

TEST_CASE("a password is changed with the old one, from two lines or at a terminal") {
    const Family family;
    family.enter("alice");
    CHECK(family.ctl({"passwd", "--password-stdin"}, lines("a wrong guess", other_password)).code ==
          4);
    CHECK(family.ctl({"passwd", "--password-stdin"}, "only one line").code == 2);
    CHECK(family.did({"passwd", "--password-stdin"}, lines(test::password, other_password)) ==
          "true\n");
    CHECK(family.ctl({"login", "alice", "--password-stdin"}, std::string(test::password)).code ==
          4);
    Terminal terminal(family.launched({"passwd"}));
    terminal.see("The old password: ");
    CHECK_FALSE(terminal.echoes());
    terminal.type(std::string(other_password) + "\n");
    terminal.see("The new password: ");
    terminal.type(std::string(test::password) + "\n");
    terminal.see("Once more: ");
    terminal.type(std::string(test::password) + "\n");
    CHECK_THAT(terminal.see_end(), !Catch::Contains("staple"));
    CHECK(terminal.code() == 0);
    family.did({"login", "alice", "--password-stdin"}, std::string(test::password));
}

TEST_CASE("sessions are listed, and one elsewhere is ended by its name") {
    const Family family;
    family.enter("alice");
    const auto file = family.home().state / "sessions/alice.json";
    const std::string first = read_small_file(file, 1 << 16).value();
    const std::string listed = family.did({"session", "list"});
    const std::string id = listed.substr(0, listed.find('\t'));
    family.did({"login", "alice", "--password-stdin"}, std::string(test::password));
    CHECK(family.did({"session", "end", id}) == "true\n");
    CHECK(family.did({"session", "end", id}) == "false\n");
    family.did({"whoami"});
    replace_file(file, first);
    CHECK(family.ctl({"whoami"}).code == 4);
}

TEST_CASE("a program uses a token for what it allows, until it is revoked") {
    const Family family;
    family.enter("alice");
    const std::string made =
        family.did({"token", "create", "--scope", "palettes:write", "--name", "ci", "-q"});
    const std::string token = made.substr(0, made.find('\t'));
    const std::string id = made.substr(token.size() + 1, 32);
    CHECK_THAT(family.did({"token", "list"}), Catch::StartsWith(id + "\tci\tpalettes:write\t"));
    CHECK_THAT(family.did({"token", "list", "--json"}), !Catch::Contains(token));
    CHECK(as_program(family, token, {"palette", "create", "--title", "Built", "#fff"}).code == 0);
    CHECK(as_program(family, token, {"token", "list"}).code == 4);
    CHECK(as_program(family, token, {"user", "edit", "--bio", "x"}).code == 4);
    CHECK(family.did({"token", "revoke", id}) == "true\n");
    CHECK(family.did({"token", "revoke", id}) == "false\n");
    CHECK(as_program(family, token, {"whoami"}).code == 4);
    CHECK(family.ctl({"token", "create", "--scope", "everything"}).code == 2);
    CHECK(family.ctl({"token", "create", "--scope", "read", "--expires", "367d"}).code == 2);
}

TEST_CASE("who leaves is gone with all that was theirs, and the name stays taken") {
    const Family family;
    family.enter("bob");
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "#fff"});
    CHECK(family.ctl({"user", "delete", "--password-stdin"}, "a wrong guess").code == 4);
    family.did({"user", "delete", "--password-stdin"}, std::string(test::password));
    CHECK(family.ctl({"whoami", "--as", "alice"}).code == 4);
    CHECK(family.ctl({"palette", "show", "alice/sea-glass", "--as", "bob"}).code == 3);
    CHECK(family.ctl({"user", "show", "alice"}).code == 3);
    CHECK(family.did({"palette", "list", "--as", "bob"}).empty());
    CHECK(family.ctl({"login", "alice", "--password-stdin"}, std::string(test::password)).code ==
          4);
    CHECK(family.ctl({"register", "alice", "--password-stdin"}, std::string(test::password)).code ==
          5);
}
