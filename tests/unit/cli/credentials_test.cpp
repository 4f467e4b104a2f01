#include "cli/session/credentials.hpp"

#include "api/writer.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "temporary_folder.hpp"

#include <sys/stat.h>

#include <map>

using namespace palette;
using namespace palette::cli;

namespace {

using namespace std::chrono_literals;

class FixedClock final : public Clock {
  public:
    [[nodiscard]] Timestamp now() const override { return at; }
    Timestamp at{1'800'000'000'000};
};

api::Token token(std::string_view text) {
    return api::Token::from(text).value();
}

// Somebody's machine: a folder of sessions, an environment, a clock, and what paletted would say.
struct Machine {
    test::TemporaryFolder folder;
    Sessions sessions{folder.path() / "sessions"};
    std::map<std::string, std::string> variables;
    Environment environment = [this](const char* name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    FixedClock clock;
    SystemRandom random;
    std::vector<std::string> refreshed_with;
    std::vector<Uuid> keys;
    std::optional<Error> refusal;

    api::Session session(std::string_view name, std::chrono::milliseconds good_for) {
        return {.user = {.id = 1,
                         .username = api::Username::from(name).value(),
                         .display_name{""},
                         .bio{""},
                         .created_at = {}},
                .access_token = token("access-" + std::string(name)),
                .refresh_token = token("refresh-" + std::string(name)),
                .expires_at = clock.now() + good_for};
    }

    Result<std::string> token_as(std::optional<api::Username> as = std::nullopt) {
        const Credentials credentials(sessions, environment, std::move(as), clock, random);
        const auto got = credentials.token(
            [&](const api::RefreshSession& asked, const Uuid& key) -> Result<api::Session> {
                refreshed_with.push_back(asked.refresh_token.text());
                keys.push_back(key);
                if (refusal) return refuse(*refusal);
                auto fresh = session("alice", 15min);
                fresh.access_token = token("access-2");
                fresh.refresh_token = token("refresh-2");
                return fresh;
            },
            1s);
        return got.map([](const api::Token& one) { return one.text(); });
    }
};

api::Username name(std::string_view text) {
    return api::Username::from(text).value();
}

}  // namespace

TEST_CASE("without a session nobody is signed in") {
    Machine machine;
    const auto got = machine.token_as();
    REQUIRE_FALSE(got);
    CHECK(got.error().kind == ErrorKind::unauthenticated);
    CHECK(machine.token_as(name("bob")).error().hint == "palettectl login bob");
}

TEST_CASE("the last one to sign in is meant, unless another is named") {
    Machine machine;
    machine.sessions.begin(machine.session("bob", 15min));
    machine.sessions.begin(machine.session("alice", 15min));
    CHECK(machine.token_as() == "access-alice");
    CHECK(machine.token_as(name("bob")) == "access-bob");
    machine.variables["PALETTECTL_AS"] = "bob";
    CHECK(machine.token_as() == "access-bob");
    CHECK(machine.token_as(name("alice")) == "access-alice");
    machine.variables["PALETTECTL_AS"] = "Not A Name";
    CHECK(machine.token_as().error().kind == ErrorKind::invalid_argument);
}

TEST_CASE("who signs out is signed in no more, and the others still are") {
    Machine machine;
    machine.sessions.begin(machine.session("bob", 15min));
    machine.sessions.begin(machine.session("alice", 15min));
    CHECK(machine.sessions.end(name("alice")));
    CHECK_FALSE(machine.sessions.end(name("alice")));
    CHECK(machine.token_as().error().hint == "--as bob, or palettectl login NAME");
    CHECK(machine.token_as(name("bob")) == "access-bob");
}

TEST_CASE("a token from the environment goes before every session") {
    Machine machine;
    machine.sessions.begin(machine.session("alice", 15min));
    const auto file = machine.folder.path() / "token";
    replace_file(file, "  from-file\n");
    machine.variables["PALETTECTL_TOKEN_FILE"] = file.string();
    CHECK(machine.token_as(name("alice")) == "from-file");
    machine.variables["PALETTECTL_TOKEN"] = "from-variable";
    CHECK(machine.token_as(name("alice")) == "from-variable");
    machine.variables["PALETTECTL_TOKEN"] = "two words";
    CHECK(machine.token_as().error().kind == ErrorKind::unauthenticated);
    machine.variables = {{"PALETTECTL_TOKEN_FILE", "/no/such/file"}};
    CHECK(machine.token_as().error().kind == ErrorKind::unauthenticated);
}

TEST_CASE("session files are for their owner alone") {
    Machine machine;
    machine.sessions.begin(machine.session("alice", 15min));
    struct stat facts {};
    REQUIRE(::stat((machine.folder.path() / "sessions/alice.json").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777U) == 0600);
    REQUIRE(::stat((machine.folder.path() / "sessions").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777U) == 0700);
}

TEST_CASE("a token about to end is replaced, and the new ones are kept") {
    Machine machine;
    machine.sessions.begin(machine.session("alice", 5s));
    CHECK(machine.token_as() == "access-2");
    CHECK(machine.refreshed_with == std::vector<std::string>{"refresh-alice"});
    CHECK(machine.token_as() == "access-2");
    CHECK(machine.refreshed_with.size() == 1);
    CHECK_FALSE(machine.sessions.find(name("alice"))->refresh_key);
}

TEST_CASE("a refresh whose answer was lost is repeated under its key") {
    Machine machine;
    machine.sessions.begin(machine.session("alice", 5s));
    machine.refusal = Error{.kind = ErrorKind::outcome_unknown, .message = "no answer"};
    CHECK(machine.token_as().error().kind == ErrorKind::outcome_unknown);
    machine.refusal.reset();
    CHECK(machine.token_as() == "access-2");
    REQUIRE(machine.keys.size() == 2);
    CHECK(machine.keys[0] == machine.keys[1]);
}

TEST_CASE("a session that has ended says how to begin another") {
    Machine machine;
    machine.sessions.begin(machine.session("alice", 5s));
    machine.refusal = Error{.kind = ErrorKind::unauthenticated, .message = "reused"};
    const auto got = machine.token_as();
    REQUIRE_FALSE(got);
    CHECK(got.error().message == "the session of alice has ended");
    CHECK(got.error().hint == "palettectl login alice");
}

TEST_CASE("a file that is no session is none") {
    Machine machine;
    machine.sessions.begin(machine.session("alice", 15min));
    for (const std::string_view content : {"", "{}", "not json", R"({"username":"alice"})"}) {
        replace_file(machine.folder.path() / "sessions/alice.json", content);
        CHECK(machine.token_as().error().kind == ErrorKind::unauthenticated);
    }
}
