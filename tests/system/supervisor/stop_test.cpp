#include "base/files.hpp"
#include "base/process.hpp"
#include "base/supervisor.hpp"
#include "catch.hpp"
#include "cli/family/family.hpp"
#include "trial.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace palette;
using namespace palette::test;
using namespace std::chrono_literals;

TEST_CASE("SIGTERM drains every daemon, then the supervisor exits 0") {
    Trial trial;
    const pid_t supervisor = trial.supervise();
    REQUIRE(trial.news().size() == 4);
    ::kill(supervisor, SIGTERM);
    CHECK(trial.end_of(supervisor) == 0);
    CHECK_FALSE(trial.anybody_there());
    CHECK_FALSE(cli::family_pid(trial.home()));
    CHECK(trial.log_of(first_daemon) == "drained\n");
    CHECK(trial.log_of(second_daemon) == "drained\n");
}

TEST_CASE("a daemon that does not stop is killed after the deadline, the others drain") {
    Trial trial;
    trial.teach(first_daemon, "stubborn");
    const pid_t supervisor = trial.supervise({"--drain-ms", "100"});
    REQUIRE(trial.news().size() == 4);
    ::kill(supervisor, SIGTERM);
    CHECK(trial.end_of(supervisor) == 0);
    CHECK_FALSE(trial.anybody_there());
    CHECK(trial.log_of(first_daemon).empty());
    CHECK(trial.log_of(second_daemon) == "drained\n");
    CHECK(count_of("daemon.killed name=palette-brokerd", trial.log_of("palette-supervisor")) == 1);
}

TEST_CASE("SIGQUIT does not wait for the deadline") {
    Trial trial;
    trial.teach(first_daemon, "stubborn");
    const pid_t supervisor = trial.supervise({"--drain-ms", "600000"});
    REQUIRE(trial.news().size() == 4);
    ::kill(supervisor, SIGTERM);
    wait_until([&] { return trial.log_of(second_daemon) == "drained\n"; });
    ::kill(supervisor, SIGQUIT);
    CHECK(trial.end_of(supervisor) == 0);
    CHECK_FALSE(trial.anybody_there());
}

TEST_CASE("a supervisor that is killed leaves no process behind") {
    Trial trial;
    trial.teach(first_daemon, "stubborn");
    const pid_t supervisor = trial.supervise();
    REQUIRE(trial.news().size() == 4);
    ::kill(supervisor, SIGKILL);
    CHECK(WTERMSIG(trial.end_of(supervisor)) == SIGKILL);
    wait_until([&] { return !trial.anybody_there(); });
    wait_until([&] { return trial.log_of(second_daemon) == "drained\n"; });
}

TEST_CASE("stopping while a daemon is still starting ends the report and the family") {
    Trial trial;
    trial.teach(first_daemon, "mute");
    const pid_t supervisor = trial.supervise();
    wait_until([&] { return trial.pid_of(first_daemon) != 0; });
    ::kill(supervisor, SIGTERM);
    CHECK(trial.news()[1] == "palette-brokerd failed the family was stopped");
    CHECK(trial.end_of(supervisor) == 0);
    CHECK_FALSE(trial.anybody_there());
}

TEST_CASE("down returns when nothing is left, and says when there was nothing") {
    Trial trial;
    REQUIRE(cli::start_family(trial.home(), [](const FamilyNews&) {}));
    CHECK(cli::stop_family(trial.home(), 10s) == cli::FamilyStop::stopped);
    CHECK_FALSE(trial.anybody_there());
    CHECK_FALSE(cli::family_pid(trial.home()));
    CHECK(cli::stop_family(trial.home(), 10s) == cli::FamilyStop::was_not_running);
}

TEST_CASE("down cuts a drain short that takes longer than it was given") {
    Trial trial;
    trial.teach(first_daemon, "stubborn");
    trial.supervise({"--drain-ms", "600000"});
    REQUIRE(trial.news().size() == 4);
    CHECK(cli::stop_family(trial.home(), 100ms) == cli::FamilyStop::stopped);
    CHECK_FALSE(trial.anybody_there());
}

TEST_CASE("a family that up started drains as long as down gives it") {
    Trial trial;
    REQUIRE(cli::start_family(trial.home(), [](const FamilyNews&) {}));
    const auto pid = cli::family_pid(trial.home());
    REQUIRE(pid);
    const auto started_as =
        read_small_file("/proc/" + std::to_string(*pid) + "/cmdline", 4'096).value();
    const std::string longest = std::to_string(longest_drain.count());
    CHECK_THAT(started_as, Catch::Contains(std::string("--drain-ms\0", 11) + longest));
}

TEST_CASE("down also ends the daemons that a killed supervisor left draining") {
    Trial trial;
    trial.teach(first_daemon, "lingers");
    const pid_t supervisor = trial.supervise();
    REQUIRE(trial.news().size() == 4);
    ::kill(supervisor, SIGKILL);
    CHECK(WTERMSIG(trial.end_of(supervisor)) == SIGKILL);
    wait_until([&] { return trial.pid_of(second_daemon) == 0; });
    REQUIRE(trial.pid_of(first_daemon) != 0);
    CHECK(cli::stop_family(trial.home(), 50ms) == cli::FamilyStop::stopped);
    CHECK_FALSE(trial.anybody_there());
}

TEST_CASE("a handle outlives its process and never names another") {
    const pid_t child = spawn({.program = "/bin/true"});
    const auto handle = ProcessHandle::open(child);
    REQUIRE(handle);
    CHECK(handle->ended_within(10s));
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    handle->signal(SIGKILL);
    CHECK(handle->ended_within(0ms));
}
