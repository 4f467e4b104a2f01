// Every command while one daemon of the family cannot be started: what needs it ends with 6 and a
// line that names it and says what to do, and everything else goes on.
#include "api/directory.hpp"
#include "base/file_lock.hpp"
#include "base/files.hpp"
#include "base/programs.hpp"
#include "base/random.hpp"
#include "base/supervisor.hpp"
#include "catch.hpp"
#include "cli/commands/all.hpp"
#include "eventually.hpp"
#include "family.hpp"
#include "impostor.hpp"
#include "rpc/client.hpp"
#include "rpc/socket.hpp"

#include <algorithm>
#include <csignal>
#include <sstream>

using namespace palette;
using test::Place;
using test::Ran;
using test::Running;

namespace {

const std::string secret = std::string(test::password) + "\n";

// So many run side by side. Those that wait whether it comes back take a second.
constexpr std::size_t most_at_once = 32;

struct Row {
    std::string line;  // as it is typed, its words without spaces in them
    std::vector<const api::Daemon*> needs;
    std::string input{};
    int ends = 0;  // with everybody there whom it needs
    // Whoever is there does its part.
    bool goes_on = false;
};

const api::Daemon* const palettes = &api::palettes_daemon;
const api::Daemon* const popularity = &api::popularity_daemon;
const api::Daemon* const broker = &api::broker_daemon;

// In no order: each has people and things of its own where it takes something away.
const std::vector<Row> rows{
    {"admin retry", {palettes, popularity, broker}, "", 0, true},
    {"admin retry palette-popularityd", {popularity}},
    {"channel create fresh", {broker}},
    {"channel history design", {broker}},
    {"channel join design", {broker}},
    {"channel leave design", {broker}},
    {"channel list", {broker}},
    {"channel members design", {broker}},
    {"channel show design", {broker}},
    {"color check-terminal", {}},
    {"color compare #0b3954 white", {}},
    {"color contrast #0b3954 white", {}},
    {"color convert - --to oklch", {}, "#0b3954\n"},
    {"color distinct 3", {}},
    {"color gradient red blue", {}},
    {"color harmony tomato", {}},
    {"color mix red blue", {}},
    {"color name #0b3954", {}},
    {"color scale #0b3954", {}},
    {"color show #0b3954", {}},
    {"color simulate red", {}},
    {"color sort red blue", {}},
    {"completion bash", {}},
    {"config check", {}},
    {"config show", {}},
    {"contrast -", {}, "#000\n#fff\n"},
    {"contrast alice/sea-glass", {palettes}},
    {"export alice/sea-glass --as css", {palettes}},
    {"help", {}},
    {"help palette", {}},
    {"import -", {palettes}, "{\"title\":\"Dawn\",\"colors\":[\"#fed\"]}\n"},
    {"import - --dry-run --quiet", {}, "{\"title\":\"Dawn\",\"colors\":[\"#fed\"]}\n"},
    {"like alice/sea-glass", {popularity}},
    {"like nobody/nothing", {popularity, palettes}, "", 3},
    {"likes alice/sea-glass", {popularity}},
    {"likes nobody/nothing", {popularity, palettes}, "", 3},
    {"login bob --password-stdin", {palettes}, secret},
    {"logout --as carol", {palettes}},
    {"logs", {}},
    {"palette check alice/sea-glass", {palettes}},
    {"palette check - --distinct 1", {}, "#ffffff\n#fffffe\n", 1},
    {"palette convert - - --to gpl", {}, "0b3954\n"},
    {"palette create --title Dusk #fed", {palettes}},
    {"palette delete alice/doomed --yes", {palettes}},
    {"palette diff alice/sea-glass@1 -", {palettes}, "#0b3954\n"},
    {"palette edit alice/sea-glass --tag calm", {palettes}},
    {"palette fork alice/sea-glass", {palettes}},
    {"palette generate --seed 7", {}},
    {"palette history alice/sea-glass", {palettes}},
    {"palette lineage alice/sea-glass", {palettes}},
    {"palette list", {palettes}},
    {"palette list --sort likes --limit 1", {popularity}},
    {"palette list --sort likes", {popularity, palettes}},
    {"palette preview -", {}, "#000\n#fff\n"},
    {"palette preview alice/sea-glass", {palettes}},
    {"palette revert alice/sea-glass@1 --quiet", {palettes}},
    {"palette show alice/sea-glass", {palettes}},
    {"passwd --as dave --password-stdin", {palettes}, secret + "another horse battery\n"},
    {"popular", {popularity}},
    {"rate alice/sea-glass 5 --as bob", {popularity}},
    {"register frank --password-stdin", {palettes}, secret},
    {"rpc palette.get {\"ref\":\"alice/sea-glass\"}", {palettes}},
    {"rpc palette.popular", {popularity}},
    {"rpc channel.list", {broker}},
    {"say design hello", {broker}},
    {"session end 000102030405060708090a0b0c0d0e0f", {palettes}},
    {"session list", {palettes}},
    {"token create --scope read", {palettes}},
    {"token list", {palettes}},
    {"token revoke 000102030405060708090a0b0c0d0e0f", {palettes}},
    {"trending", {popularity}},
    {"unlike alice/sea-glass --as bob", {popularity}},
    {"user delete --as erin --password-stdin", {palettes}, secret},
    {"user edit --bio Painter", {palettes}},
    {"user show alice", {palettes}},
    {"version", {}},
    {"watch --since start --count 1", {broker}},
    {"watch channel:design --since start --count 1", {broker}},
    {"whoami", {palettes}},
};

// These tell of the family or end it; they are tried one after the other.
const std::vector<std::string> of_the_family{"status", "up", "down"};

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream text(line);
    std::vector<std::string> words;
    for (std::string word; text >> word;)
        words.push_back(word);
    return words;
}

const std::vector<std::string> accounts{"bob", "carol", "dave", "erin", "alice"};
const std::vector<std::string> titles{"Doomed", "Sea-Glass"};

// A family of programs of its own, each of which can be made to fail at its start; what else it is
// asked, such as its settings, it still answers.
class BrittleFamily : public Place {
  public:
    BrittleFamily() {
        std::filesystem::create_directories(programs());
        std::filesystem::create_symlink(built(supervisor_name), programs() / supervisor_name);
        for (const api::Daemon* daemon : api::family)
            std::filesystem::create_symlink(built(daemon->name), programs() / daemon->name);
        std::filesystem::create_directories(home().config);
        replace_file(home().config / "paletted.yaml", "password_memory_mib: 8\n");
        expect(run({"up"}), 0);
        for (const std::string& name : accounts)
            expect(run({"register", name, "--password-stdin"}, secret), 0);
        for (const std::string& title : titles)
            expect(run({"palette", "create", "--title", title, "#0b3954"}), 0);
        expect(run({"like", "alice/sea-glass", "--as", "bob"}), 0);
        expect(run({"channel", "create", "design"}), 0);
        expect(run({"say", "design", "hello"}), 0);
    }

    [[nodiscard]] Running start(const std::vector<std::string>& words,
                                const std::string& input = {}) const {
        test::Launched launched = Place::launched(words);
        launched.variables.push_back(std::string(programs_variable) + "=" + programs().string());
        launched.variables.emplace_back("PALETTECTL_AS=alice");
        launched.input = input;
        return Running(launched);
    }
    [[nodiscard]] Ran run(const std::vector<std::string>& words,
                          const std::string& input = {}) const {
        return start(words, input).wait();
    }

    void take_away(const api::Daemon& daemon) const {
        const auto program = programs() / daemon.name;
        const auto aside = program.string() + ".new";
        replace_file(aside, "#!/bin/sh\n[ $# -gt 0 ] && exec " + built(daemon.name).string() +
                                " \"$@\"\nexit 1\n");
        std::filesystem::permissions(aside, std::filesystem::perms::owner_all);
        std::filesystem::rename(aside, program);
        const auto lock = home().daemon_lock(daemon.name);
        REQUIRE(::kill(FileLock::holder(lock).value(), SIGKILL) == 0);
        REQUIRE(test::eventually([&] { return !FileLock::holder(lock); }));
    }

  private:
    static void expect(const Ran& ran, int code) {
        INFO(ran.err);
        REQUIRE(ran.code == code);
    }
    static std::filesystem::path built(std::string_view program) {
        return std::filesystem::path(PALETTECTL).parent_path() / program;
    }
    [[nodiscard]] std::filesystem::path programs() const { return folder() / "programs"; }
};

// One line that names the daemon, and a command that helps.
void check_misses(const Ran& ran, const api::Daemon& away) {
    constexpr std::string_view prefix = "palettectl: ";
    CHECK(ran.code == 6);
    REQUIRE(ran.err.starts_with(prefix));
    CHECK_THAT(ran.err.substr(prefix.size()),
               Catch::Contains(std::string(away.name)) && Catch::Contains("palettectl "));
    CHECK(std::ranges::count(ran.err, '\n') == 1);
}

void check_unavailable(const Ran& ran, const api::Daemon& away) {
    check_misses(ran, away);
    CHECK(ran.out.empty());
}

void check_row(const Row& row, const Ran& ran, const api::Daemon& away) {
    INFO("palettectl " << row.line << "\nwithout " << away.name << "\n" << ran.out << ran.err);
    if (std::ranges::count(row.needs, &away) > 0) {
        return row.goes_on ? check_misses(ran, away) : check_unavailable(ran, away);
    }
    CHECK(ran.code == row.ends);
    if (row.ends == 0) CHECK(ran.err.empty());
}

void check_all(const BrittleFamily& family, const api::Daemon& away) {
    for (std::size_t at = 0; at < rows.size(); at += most_at_once) {
        const std::size_t end = std::min(at + most_at_once, rows.size());
        std::vector<Running> running;
        for (std::size_t i = at; i < end; ++i)
            running.push_back(family.start(words_of(rows[i].line), rows[i].input));
        for (std::size_t i = at; i < end; ++i)
            check_row(rows[i], running[i - at].wait(), away);
    }
}

void check_without(const api::Daemon& away) {
    const BrittleFamily family;
    family.take_away(away);
    check_all(family, away);
    const Ran status = family.run({"status"});
    CHECK(status.code == 1);
    CHECK_THAT(status.out, Catch::Contains(std::string(away.name) + "\tdown\t"));
    check_unavailable(family.run({"up", "--timeout", "200ms"}), away);
    CHECK(family.run({"down"}).code == 0);
}

}  // namespace

TEST_CASE("the table of what each command needs has every command") {
    for (const cli::CommandRow* command : cli::commands()) {
        const std::string path(command->facts->path);
        INFO(path);
        const bool has_row = std::ranges::any_of(rows, [&](const Row& row) {
            return row.line == path || row.line.starts_with(path + " ");
        });
        CHECK((has_row || std::ranges::count(of_the_family, path) > 0));
    }
}

TEST_CASE("without paletted each command does what it can, or says whom it misses") {
    check_without(api::palettes_daemon);
}

TEST_CASE("without palette-popularityd each command does what it can, or says whom it misses") {
    check_without(api::popularity_daemon);
}

TEST_CASE("without palette-brokerd each command does what it can, or says whom it misses") {
    check_without(api::broker_daemon);
}

TEST_CASE("what was put aside is tried again by those that are there, and who is away is named") {
    const BrittleFamily family;
    rpc::Context context;
    const rpc::SocketFolder sockets(family.home().run);
    SystemRandom random;
    rpc::Client client(context, sockets, random);
    // paletted has nothing left to hand over.
    REQUIRE(test::eventually([&] {
        const auto status = client.call(api::AskLogStatus{});
        return status && std::ranges::any_of(status->sources, [](const api::SourceStatus& one) {
                   return one.source.text() == palettes->source && one.lag.value() == 0 &&
                          one.sequence.value() >= accounts.size() + titles.size();
               });
    }));
    family.take_away(api::palettes_daemon);
    test::Impostor(client).tell("palette/1", R"({"shape":"of a later version"})");
    const auto parked = [&] {
        return family.run({"status", "--json"}).out.find(R"("parked":1)") != std::string::npos;
    };
    REQUIRE(test::eventually(parked));
    const Ran retried = family.run({"admin", "retry"});
    CHECK(retried.out == "palette-brokerd\t0\npalette-popularityd\t1\n");
    check_misses(retried, api::palettes_daemon);
    family.take_away(api::broker_daemon);
    const Ran alone = family.run({"admin", "retry"});
    CHECK_THAT(alone.out, Catch::StartsWith("palette-popularityd\t"));
    check_misses(alone, api::palettes_daemon);
    CHECK_THAT(alone.err, Catch::Contains("palette-brokerd"));
}

TEST_CASE("a session that cannot be renewed without paletted still reads what is public") {
    const BrittleFamily family;
    family.take_away(api::palettes_daemon);
    const auto file = family.home().state / "sessions" / "alice.json";
    std::string session = read_small_file(file, 64 * 1024).value();
    const std::string member = R"("expires_at":")";
    const auto year = session.find(member);
    REQUIRE(year != std::string::npos);
    replace_file(file, session.replace(year + member.size(), 4, "2001"));
    const Ran likes = family.run({"likes", "alice/sea-glass"});
    INFO(likes.err);
    CHECK(likes.code == 0);
    CHECK_THAT(likes.out, Catch::StartsWith("bob\t"));
    check_unavailable(family.run({"like", "alice/sea-glass"}), api::palettes_daemon);
    check_unavailable(family.run({"likes", "alice/sea-glass", "--as", "alice"}),
                      api::palettes_daemon);
}
