#include "cli/signals.hpp"

#include "cli/command_line/exit.hpp"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>

namespace palette::cli {

namespace {

// A handler has no other way to know of these. `silenced` is set last and cleared first.
std::atomic<int> silenced{-1};  // the terminal whose echo is off
termios before_silence{};
static_assert(std::atomic<int>::is_always_lock_free);

// Only what POSIX allows in a handler.
void restore_terminal() {
    const int fd = silenced.load();
    if (fd >= 0) ::tcsetattr(fd, TCSANOW, &before_silence);
    if (::isatty(STDERR_FILENO) == 0) return;
    // Ends a color, and takes a half-drawn progress line away.
    constexpr std::string_view sane = "\r\x1b[0m\x1b[K";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, sane.data(), sane.size());
}

void on_interrupt(int) {
    restore_terminal();
    ::_exit(static_cast<int>(Exit::interrupted));
}

void on_closed_pipe(int) {
    ::_exit(static_cast<int>(Exit::done));
}

// Whoever asked shall see that it was the signal that ended us.
void on_end(int number) {
    restore_terminal();
    static_cast<void>(::signal(number, SIG_DFL));
    static_cast<void>(::raise(number));
}

void handle(int number, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    if (::sigaction(number, &action, nullptr) != 0) {
        throw std::system_error(errno, std::generic_category(), "sigaction");
    }
}

// As under nohup.
bool is_ignored(int number) {
    struct sigaction action {};
    return ::sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

void end_politely_on_signals() {
    handle(SIGINT, on_interrupt);
    handle(SIGPIPE, on_closed_pipe);
    for (const int number : {SIGTERM, SIGHUP, SIGQUIT}) {
        if (!is_ignored(number)) handle(number, on_end);
    }
}

SilentTerminal::SilentTerminal(int fd) : fd_(fd) {
    if (::tcgetattr(fd, &before_) != 0) {
        throw std::system_error(errno, std::generic_category(), "the terminal");
    }
    before_silence = before_;
    silenced = fd;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    silent.c_lflag |= ECHONL;
    if (::tcsetattr(fd, TCSAFLUSH, &silent) != 0) {
        throw std::system_error(errno, std::generic_category(), "the terminal's echo");
    }
}

SilentTerminal::~SilentTerminal() {
    ::tcsetattr(fd_, TCSAFLUSH, &before_);
    silenced = -1;
}

}  // namespace palette::cli
