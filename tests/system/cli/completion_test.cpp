// What shells complete, over the real family: bash and zsh with a person's keys in a terminal, fish
// by its own question for it.
#include "base/file_lock.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "family.hpp"
#include "scripted_place.hpp"
#include "terminal.hpp"

#include <chrono>
#include <csignal>

using namespace palette;
using test::Family;
using test::Place;
using test::ScriptedPlace;
using test::Terminal;

namespace {

// The path of what the shell is to load.
std::string script_of(const Place& place, const std::string& shell) {
    const auto file = place.folder() / ("completion." + shell);
    replace_file(file, place.did({"completion", shell}));
    return file.string();
}

bool has_shell(const std::string& shell) {
    if (std::filesystem::exists("/usr/bin/" + shell)) return true;
    WARN("skipped: " << shell << " is not installed; scripts/deps test installs it");
    return false;
}

void publish_two(const Family& family) {
    family.enter("bob");
    family.did({"palette", "create", "--title", "Dusk", "#fff", "#000"});
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "#0b3954", "#bfd7ea"});
}

std::string completed(const Place& place, std::vector<std::string> words) {
    words.insert(words.begin(), {"complete", "--"});
    return place.did(std::move(words));
}

// Each word is begun, and completed by the key that shells have for it; then the line is run.
void check_keys(Terminal& terminal) {
    terminal.type("palettectl palette sh\tal\t--colo\tnev\t--format=ts\t\n");
    terminal.see("#0b3954\r\n#bfd7ea\r\n");
}

}  // namespace

TEST_CASE("bash completes commands, options, choices and references") {
    if (!has_shell("bash")) return;
    const Family family;
    publish_two(family);
    Terminal bash(family.launched_shell("bash", {"--norc", "--noprofile", "-i"}));
    bash.type("PS1='> '; source " + script_of(family, "bash") + "; echo rea''dy\n");
    bash.see("ready\r\n");
    check_keys(bash);
    bash.type("cd\npalettectl import compl\t");
    bash.see("import completion.bash");
}

TEST_CASE("zsh completes commands, options, choices and references") {
    if (!has_shell("zsh")) return;
    const Family family;
    publish_two(family);
    Terminal zsh(family.launched_shell("zsh", {"-f", "-i"}));
    zsh.type("PS1='> '; autoload -Uz compinit; compinit -D; source " + script_of(family, "zsh") +
             "; echo rea''dy\n");
    zsh.see("ready\r\n");
    check_keys(zsh);
}

TEST_CASE("fish completes commands, options, choices and references") {
    if (!has_shell("fish")) return;
    const Family family;
    publish_two(family);
    const std::string load = "source " + script_of(family, "fish") + "; ";
    const auto asked = [&](const std::string& line) {
        return test::run(
                   family.launched_shell("fish", {"-N", "-c", load + "complete -C '" + line + "'"}))
            .out;
    };
    CHECK(asked("palettectl palette sh") ==
          "show\tShow a palette's colors; in a pipe one #rrggbb a line\n");
    CHECK(asked("palettectl palette show ") == "alice/sea-glass\nbob/dusk\n");
    CHECK(asked("palettectl popular --format ") == "text\njson\njsonl\ntsv\n");
    CHECK_THAT(asked("palettectl popular --format=ts"), Catch::Contains("tsv"));
}

TEST_CASE("one's own palettes come before those of others") {
    const Family family;
    publish_two(family);
    CHECK(completed(family, {"like", ""}) == "alice/sea-glass\nbob/dusk\n");
    CHECK(completed(family, {"--as", "bob", "like", ""}) == "bob/dusk\nalice/sea-glass\n");
    CHECK(completed(family, {"like", "bob/"}) == "bob/dusk\n");
    CHECK(completed(family, {"palette", "list", "--user", "b"}) == "bob\n");
}

TEST_CASE("what would do something in a shell is never completed") {
    for (const std::string name :
         {"$(touch x)", "`touch x`", "a;b", "a\\nb", "a b", "\\u001b[2J"}) {
        const ScriptedPlace place([&](const test::Heard& heard) {
            return test::answer_to(heard, R"({"items":[{"ref":"bob/)" + name +
                                              R"(","owner":"bob"}],"next":null})")
                .frame;
        });
        INFO(name);
        CHECK(completed(place, {"like", ""}).empty());
    }
    // One that does nothing is, by the same way.
    const ScriptedPlace place([&](const test::Heard& heard) {
        return test::answer_to(heard, R"({"items":[{"ref":"bob/dusk","owner":"bob"}],"next":null})")
            .frame;
    });
    CHECK(completed(place, {"like", ""}) == "bob/dusk\n");
}

TEST_CASE("with a daemon down or silent nothing is completed, and soon") {
    const Family family;
    publish_two(family);
    const auto pid = FileLock::holder(family.home().daemon_lock("paletted")).value();
    const auto took = [&] {
        const auto begun = std::chrono::steady_clock::now();
        const auto ran = family.ctl({"complete", "--", "palette", "show", ""});
        CHECK(ran.code == 0);
        CHECK(ran.out.empty());
        CHECK(ran.err.empty());
        return std::chrono::steady_clock::now() - begun;
    };
    REQUIRE(::kill(pid, SIGSTOP) == 0);
    const auto silent = took();
    REQUIRE(::kill(pid, SIGCONT) == 0);
    family.did({"down"});
    const auto down = took();
    // Ten times what it should take: other tests run beside this one.
    CHECK(silent < std::chrono::seconds(3));
    CHECK(down < std::chrono::seconds(3));
    const Place nowhere;
    CHECK(completed(nowhere, {"palette", "show", ""}).empty());
}
