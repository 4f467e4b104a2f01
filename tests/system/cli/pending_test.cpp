// Writes whose answer does not come: the same command again is the same write.
#include "catch.hpp"
#include "eventually.hpp"
#include "scripted_place.hpp"

#include <atomic>
#include <csignal>

using namespace palette;
using test::eventually;
using test::Heard;
using test::Ran;
using test::Running;
using test::ScriptedPlace;

namespace {

const std::vector<std::string> create{"palette", "create", "--title", "Once", "#fff"};

struct Paletted {
    std::atomic<bool> silent{true};
    ScriptedPlace place{[this](const Heard& heard) -> std::optional<std::string> {
        if (silent) return std::nullopt;
        return ScriptedPlace::result_of<api::CreatePalette>(heard);
    }};
};

}  // namespace

TEST_CASE("a command that was killed before its answer came is the same write when run again") {
    const int signal = GENERATE(SIGKILL, SIGINT, SIGTERM);
    Paletted paletted;
    Running killed(paletted.place.launched(create));
    REQUIRE(eventually([&] { return !paletted.place.heard().empty(); }));
    REQUIRE(::kill(killed.pid(), signal) == 0);
    CHECK(killed.wait().code == (signal == SIGINT ? 130 : 128 + signal));
    paletted.silent = false;
    const Ran again = paletted.place.ctl(create);
    INFO(again.err);
    CHECK(again.code == 0);
    CHECK_THAT(again.err, Catch::Contains("taking up the same command"));
    const auto key = paletted.place.heard().front().key;
    CHECK(paletted.place.heard().back().key == key);
    // Now its outcome is known: a third is another palette.
    CHECK(paletted.place.ctl(create).code == 0);
    CHECK(paletted.place.heard().back().key != key);
}

TEST_CASE("a write with a secret in it is known again by what else is in it") {
    Paletted paletted;
    const auto leave = [&](const std::string& password) {
        return paletted.place.ctl({"user", "delete", "--password-stdin", "--timeout", "200ms"},
                                  password + "\n");
    };
    CHECK(leave("correct horse battery").code == 9);
    const auto key = paletted.place.heard().front().key;
    CHECK_THAT(leave("wrong horse battery").err, Catch::Contains("taking up the same command"));
    CHECK(paletted.place.heard().size() > 1);
    for (const Heard& one : paletted.place.heard()) {
        if (one.method == "user.delete") CHECK(one.key == key);
    }
}

TEST_CASE("two commands that run at once are two writes") {
    Paletted paletted;
    Running one(paletted.place.launched(create));
    REQUIRE(eventually([&] { return !paletted.place.heard().empty(); }));
    const auto first = paletted.place.heard().front().key;
    Running other(paletted.place.launched(create));
    CHECK(eventually([&] { return paletted.place.heard().back().key != first; }));
}

TEST_CASE("where keys cannot be kept, the line shows the one to repeat it with") {
    Paletted paletted;
    replace_file(paletted.place.home().state / "pending", "no folder");
    auto hurried = create;
    hurried.insert(hurried.end(), {"--timeout", "200ms"});
    const Ran ran = paletted.place.ctl(hurried);
    CHECK(ran.code == 9);
    CHECK_THAT(ran.err,
               Catch::Contains("repeat it with --key ") && !Catch::Contains("same command again"));
}

TEST_CASE("under --json a repeat says nothing beside its answer") {
    Paletted paletted;
    auto json = create;
    json.insert(json.end(), {"--json", "--timeout", "200ms"});
    const Ran unknown = paletted.place.ctl(json);
    CHECK(unknown.code == 9);
    CHECK_THAT(unknown.err, Catch::StartsWith(R"({"error":{"kind":"outcome_unknown")"));
    const Ran again = paletted.place.ctl(json);
    CHECK_THAT(again.err, Catch::StartsWith(R"({"error":{"kind":"outcome_unknown")"));
    CHECK(std::count(again.err.begin(), again.err.end(), '\n') == 1);
    CHECK(paletted.place.heard().back().key == paletted.place.heard().front().key);
}
