#include "service/process.hpp"

#include "base/file_lock.hpp"
#include "base/readiness.hpp"
#include "base/whole_number.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>
#include <system_error>

namespace palette::service {

namespace {

// Each client is a descriptor, and libzmq aborts when they run out.
constexpr rlim_t wanted_files = 65'536;
// Memory of its own: the map of the store is a file's and does not count. A daemon at work takes
// a tenth of it, two passwords hashed at the greatest cost take half. libzmq keeps the frames of a
// message until the last has come, however many: a peer that never ends one would take all that the
// machine has. At this limit an allocation fails, which ends that connection, or the process.
#ifdef PALETTE_SANITIZED
constexpr rlim_t most_data_bytes = RLIM_INFINITY;  // a sanitizer maps terabytes that it never uses
#else
constexpr rlim_t most_data_bytes = rlim_t{4} << 30U;
#endif

Fd inherited(std::string_view name) {
    const std::string variable(name);
    const char* text = std::getenv(variable.c_str());
    if (text == nullptr) return {};
    const auto fd = whole_number<int>(text);
    if (!fd || ::fcntl(*fd, F_SETFD, FD_CLOEXEC) != 0) return {};
    ::unsetenv(variable.c_str());
    return Fd(*fd);
}

Fd block_and_watch_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, signal);
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    // A reader that goes away is an error code, not an end.
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    Fd fd(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
    if (!fd) throw std::system_error(errno, std::generic_category(), "signalfd");
    return fd;
}

// Of the kinds that setrlimit takes; as near as we are allowed.
void limit(decltype(RLIMIT_DATA) resource, rlim_t wanted) {
    rlimit found{};
    if (::getrlimit(resource, &found) != 0) return;
    found.rlim_cur = std::min(found.rlim_max, wanted);
    ::setrlimit(resource, &found);
}

void set_limits() {
    limit(RLIMIT_NOFILE, wanted_files);
    limit(RLIMIT_DATA, most_data_bytes);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::umask(S_IRWXG | S_IRWXO);
}

}  // namespace

Process::Process()
    : signals_(block_and_watch_signals()),
      lifeline_(inherited(lifeline_fd_variable)),
      ready_(inherited(ready_fd_variable)) {
    set_limits();
}

int Process::take_signal() const {
    signalfd_siginfo info{};
    if (::read(signals_.get(), &info, sizeof info) != sizeof info) return 0;
    return static_cast<int>(info.ssi_signo);
}

void Process::report(std::string_view line) {
    if (!ready_) return;
    // A supervisor that has gone needs no report.
    if (::write(ready_.get(), line.data(), line.size()) < 0) errno = 0;
    ready_.reset();
}

void Process::report_ready() {
    report(std::string(ready_line) + "\n");
}

void Process::report_failed(const std::exception& failure) {
    const bool is_held = dynamic_cast<const HeldByProcess*>(&failure) != nullptr;
    std::string line = std::string(is_held ? held_prefix : failed_prefix) + failure.what();
    for (char& c : line) {
        if (c == '\n') c = ' ';
    }
    report(line + "\n");
}

}  // namespace palette::service
