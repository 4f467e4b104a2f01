#include "base/file_lock.hpp"
#include "base/files.hpp"
#include "base/log_file.hpp"
#include "catch.hpp"
#include "cli/family/family.hpp"
#include "trial.hpp"

#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>

using namespace palette;
using namespace palette::test;

namespace {

void ignore(const FamilyNews&) {}

}  // namespace

TEST_CASE("every daemon is reported once it answers, then the report ends") {
    Trial trial;
    const pid_t supervisor = trial.supervise();
    CHECK(trial.news() == std::vector<std::string>{"started " + std::to_string(supervisor),
                                                   "palette-brokerd ready",
                                                   "palette-popularityd ready", "paletted ready"});
    CHECK(trial.pid_of(first_daemon) != 0);
    CHECK(cli::family_pid(trial.home()) == supervisor);
}

TEST_CASE("a daemon that cannot start is reported with its reason, the others are ready") {
    const auto [manner, reason] = GENERATE(table<std::string, std::string>({
        {"fails", "no room: the disk is held by others"},
        {"crashes", "ended with code 3"},
    }));
    Trial trial;
    trial.teach(first_daemon, manner);
    trial.supervise();
    const auto news = trial.news();
    REQUIRE(news.size() == 4);
    CHECK(news[1] == "palette-brokerd failed " + reason);
    CHECK(news[3] == "paletted ready");
    // It is tried again all the same.
    trial.teach(first_daemon, "");
    wait_until([&] { return trial.pid_of(first_daemon) != 0; });
}

TEST_CASE("a second supervisor names the first, harms nothing and exits 0") {
    Trial trial;
    const pid_t first = trial.supervise();
    REQUIRE(trial.news().size() == 4);
    const pid_t daemon = trial.pid_of(first_daemon);
    const pid_t second = trial.supervise();
    CHECK(trial.news() == std::vector<std::string>{"held " + std::to_string(first)});
    CHECK(trial.end_of(second) == 0);
    CHECK(trial.pid_of(first_daemon) == daemon);
    CHECK(cli::family_pid(trial.home()) == first);
}

TEST_CASE("a lock file that nobody holds is no obstacle") {
    Trial trial;
    replace_file(trial.home().family_lock(), "4711");
    replace_file(trial.home().daemon_lock(first_daemon), "4711");
    CHECK_FALSE(cli::family_pid(trial.home()));
    trial.supervise();
    CHECK(trial.news()[1] == "palette-brokerd ready");
}

TEST_CASE("a new family waits for a daemon of a killed one that is still draining") {
    Trial trial;
    trial.teach(first_daemon, "lingers");
    const pid_t killed = trial.supervise();
    REQUIRE(trial.news().size() == 4);
    const pid_t orphan = trial.pid_of(first_daemon);
    ::kill(killed, SIGKILL);
    CHECK(WTERMSIG(trial.end_of(killed)) == SIGKILL);

    trial.supervise();
    wait_until([&] {
        return trial.log_of("palette-supervisor").find("has its socket") != std::string::npos;
    });
    CHECK(trial.pid_of(first_daemon) == orphan);
    trial.let_leave(first_daemon);
    CHECK(trial.news()[1] == "palette-brokerd ready");
}

TEST_CASE("up hears of each daemon, and a second up finds the family running") {
    Trial trial;
    std::vector<std::string> heard;
    const auto up =
        cli::start_family(trial.home(), [&](const FamilyNews& n) { heard.push_back(line_of(n)); });
    REQUIRE(up);
    CHECK(up->kind == cli::FamilyStart::Kind::started);
    CHECK(up->failed.empty());
    CHECK(heard.size() == 4);

    const auto again = cli::start_family(trial.home(), ignore);
    REQUIRE(again);
    CHECK(again->kind == cli::FamilyStart::Kind::running_already);
    CHECK(again->supervisor == up->supervisor);
}

TEST_CASE("up says that the supervisor itself could not start, and where its log is") {
    Trial trial;
    std::filesystem::create_directory(trial.home().family_lock());
    const auto up = cli::start_family(trial.home(), ignore);
    REQUIRE_FALSE(up);
    CHECK(up.error().kind == ErrorKind::unavailable);
    CHECK(up.error().hint.find("palette-supervisor.log") != std::string::npos);
    CHECK(trial.log_of("palette-supervisor").find("family.lock") != std::string::npos);
}

TEST_CASE(
    "a log that has grown long makes room when its daemon starts, and only its owner reads it") {
    Trial trial;
    const auto log = trial.home().log(first_daemon);
    std::ofstream(log) << "old";
    std::filesystem::resize_file(log, longest_log_bytes + 1);
    trial.supervise();
    REQUIRE(trial.news().size() == 4);
    CHECK(std::filesystem::file_size(log.string() + ".1") == longest_log_bytes + 1);
    CHECK(std::filesystem::file_size(log) == 0);
    struct stat found {};
    REQUIRE(::stat(log.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0600U);
}
