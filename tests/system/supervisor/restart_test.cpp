#include "catch.hpp"
#include "trial.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace palette;
using namespace palette::test;

TEST_CASE("a daemon that is killed comes back, and the log says after which wait") {
    Trial trial;
    trial.supervise();
    REQUIRE(trial.news().size() == 4);
    const pid_t before = trial.pid_of(first_daemon);
    const pid_t other = trial.pid_of(second_daemon);
    ::kill(before, SIGKILL);
    wait_until([&] {
        const pid_t now = trial.pid_of(first_daemon);
        return now != 0 && now != before;
    });
    CHECK(trial.log_of("palette-supervisor")
              .find(" warn palette-supervisor daemon.died name=palette-brokerd pid=" +
                    std::to_string(before) + " signal=9 restart_in_ms=100\n") != std::string::npos);
    CHECK(trial.pid_of(second_daemon) == other);
}

TEST_CASE("a daemon that keeps dying is tried ever more rarely") {
    Trial trial;
    trial.teach(first_daemon, "crashes");
    trial.supervise();
    REQUIRE(trial.news().size() == 4);
    wait_until(
        [&] { return count_of("restart_in_ms=400", trial.log_of("palette-supervisor")) == 1; });
    const std::string log = trial.log_of("palette-supervisor");
    CHECK(count_of("daemon.died name=palette-brokerd", log) == 3);
    CHECK(count_of("restart_in_ms=100", log) == 1);
    CHECK(count_of("restart_in_ms=200", log) == 1);
}

TEST_CASE("SIGHUP drains and restarts every daemon, never two at once") {
    Trial trial;
    const pid_t supervisor = trial.supervise();
    REQUIRE(trial.news().size() == 4);
    const pid_t first = trial.pid_of(first_daemon);
    const pid_t second = trial.pid_of(second_daemon);
    ::kill(supervisor, SIGHUP);
    wait_until(
        [&] { return count_of("family.restarted", trial.log_of("palette-supervisor")) == 1; });
    CHECK(trial.pid_of(first_daemon) != first);
    CHECK(trial.pid_of(second_daemon) != second);
    CHECK(trial.log_of(first_daemon) == "drained\n");
    // Each is ready again before the next is stopped.
    const std::string log = trial.log_of("palette-supervisor");
    const auto stopped = log.find("daemon.stopped name=paletted");
    CHECK(log.rfind("daemon.ready name=palette-brokerd") < stopped);
    CHECK(count_of("daemon.died", log) == 0);
}

TEST_CASE("a restart that one daemon does not survive can be stopped, and leaves the others") {
    Trial trial;
    const pid_t supervisor = trial.supervise();
    REQUIRE(trial.news().size() == 4);
    const pid_t untouched = trial.pid_of(second_daemon);
    trial.teach(first_daemon, "crashes");
    ::kill(supervisor, SIGHUP);
    wait_until([&] { return count_of("daemon.died", trial.log_of("palette-supervisor")) >= 1; });
    CHECK(trial.pid_of(second_daemon) == untouched);
    ::kill(supervisor, SIGTERM);
    CHECK(trial.end_of(supervisor) == 0);
    CHECK_FALSE(trial.anybody_there());
}
