#include "catch.hpp"
#include "cli/family/family.hpp"
#include "trial.hpp"

#include <poll.h>
#include <pty.h>
#include <unistd.h>

#include <array>

using namespace palette;
using namespace palette::test;

namespace {

// A terminal with `up --foreground` in it.
class Terminal {
  public:
    Terminal() {
        int keyboard_and_screen = -1;
        pid_ = ::forkpty(&keyboard_and_screen, nullptr, nullptr, nullptr);
        if (pid_ == 0) become_supervisor_or_exit();
        screen_.reset(keyboard_and_screen);
        REQUIRE(pid_ > 0);
    }

    [[nodiscard]] pid_t pid() const { return pid_; }
    void wait_for(std::string_view text) {
        wait_until([&] {
            pollfd readable{screen_.get(), POLLIN, 0};
            std::array<char, 512> bytes{};
            if (::poll(&readable, 1, 0) == 1) {
                const ssize_t got = ::read(screen_.get(), bytes.data(), bytes.size());
                if (got > 0) shown_.append(bytes.data(), static_cast<std::size_t>(got));
            }
            return shown_.find(text) != std::string::npos;
        });
    }
    void wait_until_ready() {
        for (const char* daemon : {"palette-brokerd", "palette-popularityd", "paletted"})
            wait_for("\n" + std::string(daemon) + " ready\r\n");
    }
    void press_ctrl_c() const { REQUIRE(::write(screen_.get(), "\x03", 1) == 1); }
    void close() { screen_.reset(); }

  private:
    [[noreturn]] static void become_supervisor_or_exit() {
        try {
            cli::become_supervisor(Fd(STDOUT_FILENO));
        } catch (const std::exception&) {
            ::_exit(1);
        }
    }

    pid_t pid_ = 0;
    Fd screen_;
    std::string shown_;
};

}  // namespace

TEST_CASE("in the foreground Ctrl-C drains each daemon once, through the supervisor") {
    Trial trial;
    Terminal terminal;
    terminal.wait_until_ready();
    CHECK(cli::family_pid(trial.home()) == terminal.pid());
    terminal.press_ctrl_c();
    terminal.wait_for("family.stopped");
    CHECK(trial.end_of(terminal.pid()) == 0);
    CHECK(trial.log_of(first_daemon) == "drained\n");
    CHECK_FALSE(trial.anybody_there());
}

TEST_CASE("in the foreground the end of the terminal is the end of the family") {
    Trial trial;
    Terminal terminal;
    terminal.wait_until_ready();
    terminal.close();
    CHECK(trial.end_of(terminal.pid()) == 0);
    CHECK(trial.log_of(second_daemon) == "drained\n");
    CHECK_FALSE(trial.anybody_there());
}
