#include "terminal.hpp"

#include "catch.hpp"

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <utility>

namespace palette::test {

Terminal::Terminal(Launched launched) {
    // What the test says comes after, and counts.
    launched.variables.insert(launched.variables.begin(),
                              {"TERM=xterm-256color", "COLORTERM=truecolor"});
    winsize size{};
    size.ws_col = 80;
    size.ws_row = 25;
    int side = -1;
    pid_ = ::forkpty(&side, nullptr, nullptr, &size);
    if (pid_ == 0) become(launched);
    REQUIRE(pid_ > 0);
    side_.reset(side);
}

Terminal::~Terminal() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

void Terminal::type(std::string_view keys) const {
    REQUIRE(::write(side_.get(), keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
}

const std::string& Terminal::see(std::string_view part) {
    while (shown_.find(part) == std::string::npos) {
        INFO(shown_);
        REQUIRE(read_some());
    }
    return shown_;
}

void Terminal::answer_secrets(std::string_view secret) {
    // An answer to each question: one too many may be cut off where the program empties its line.
    std::size_t answered = 0;
    while (read_some()) {
        const auto asked = shown_.rfind(": ");
        if (echoes() || asked == std::string::npos || asked < answered) continue;
        answered = shown_.size();
        type(secret);
    }
}

const std::string& Terminal::see_end() {
    while (read_some()) {
    }
    return shown_;
}

bool Terminal::echoes() const {
    termios settings{};
    REQUIRE(::tcgetattr(side_.get(), &settings) == 0);
    return (settings.c_lflag & static_cast<tcflag_t>(ECHO)) != 0;
}

int Terminal::code() {
    return code_of(std::exchange(pid_, -1));
}

// A terminal whose other side is closed fails to be read.
bool Terminal::read_some() {
    pollfd readable{side_.get(), POLLIN, 0};
    REQUIRE(::poll(&readable, 1, longest_run_ms) == 1);
    std::array<char, 4'096> bytes{};
    const ssize_t got = ::read(side_.get(), bytes.data(), bytes.size());
    if (got > 0) shown_.append(bytes.data(), static_cast<std::size_t>(got));
    return got > 0;
}

}  // namespace palette::test
