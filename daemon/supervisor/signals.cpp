#include "supervisor/signals.hpp"

#include "base/check.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

namespace palette::supervisor {

namespace {

Told meaning_of(const signalfd_siginfo& signal) {
    switch (static_cast<int>(signal.ssi_signo)) {
        case SIGCHLD:
            return Told::child_ended;
        case SIGQUIT:
            return Told::stop_now;
        case SIGHUP:
            // From the kernel it means that the terminal has gone, and the family in its
            // foreground with it.
            return signal.ssi_code == SI_KERNEL ? Told::stop : Told::restart;
        default:
            return Told::stop;
    }
}

}  // namespace

Signals::Signals() {
    // A starter may have left these ignored, which would hide the ends of our children.
    static_cast<void>(std::signal(SIGCHLD, SIG_DFL));
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    sigset_t ours;
    sigemptyset(&ours);
    for (const int number : {SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGCHLD})
        sigaddset(&ours, number);
    if (::sigprocmask(SIG_BLOCK, &ours, nullptr) != 0) {
        throw std::system_error(errno, std::generic_category(), "sigprocmask");
    }
    fd_.reset(::signalfd(-1, &ours, SFD_CLOEXEC | SFD_NONBLOCK));
    if (!fd_) throw std::system_error(errno, std::generic_category(), "signalfd");
}

std::optional<Told> Signals::next() {
    signalfd_siginfo signal{};
    const ssize_t got = ::read(fd_.get(), &signal, sizeof signal);
    if (got == sizeof signal) return meaning_of(signal);
    CHECK_INVARIANT(got < 0 && (errno == EAGAIN || errno == EINTR));
    return std::nullopt;
}

}  // namespace palette::supervisor
