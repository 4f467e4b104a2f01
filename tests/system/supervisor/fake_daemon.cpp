// A daemon that owns a lock and nothing else. It takes the name it is called by, and behaves as the
// word in <own path>.manner says: nothing (well), "fails", "crashes", "stubborn" (deaf to SIGTERM),
// "mute" (never says that it is ready), "lingers" (drains until <own path>.leave is there).
#include "base/file_lock.hpp"
#include "base/files.hpp"
#include "base/home.hpp"
#include "base/readiness.hpp"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace {

using palette::FileLock;

void tell(const std::string& line) {
    const int fd = std::atoi(std::getenv(std::string(palette::ready_fd_variable).c_str()));
    if (::write(fd, (line + "\n").data(), line.size() + 1) < 0) ::_exit(3);
    ::close(fd);
}

int fail(std::string_view prefix, const std::string& why) {
    tell(std::string(prefix) + why);
    return 1;
}

// Until SIGTERM comes or the starter is gone.
void serve(std::string_view manner) {
    sigset_t term;
    sigemptyset(&term);
    sigaddset(&term, SIGTERM);
    ::sigprocmask(SIG_BLOCK, &term, nullptr);
    const int lifeline = std::atoi(std::getenv(std::string(palette::lifeline_fd_variable).c_str()));
    const palette::Fd asked(::signalfd(-1, &term, SFD_CLOEXEC));
    if (manner != "mute") tell(std::string(palette::ready_line));
    const bool deaf = manner == "stubborn";
    pollfd ends[] = {{lifeline, POLLIN, 0}, {deaf ? -1 : asked.get(), POLLIN, 0}};
    ::poll(ends, 2, -1);
}

}  // namespace

int main(int, char** argv) {
    const std::filesystem::path self = argv[0];
    const auto manner = palette::read_small_file(self.string() + ".manner", 64).value_or("");
    if (manner == "crashes") return 3;
    if (manner == "fails")
        return fail(palette::failed_prefix, "no room: the disk is held by others");
    const auto home = palette::Home::from_process_environment();
    const auto lock = FileLock::take(home.daemon_lock(self.filename().string()));
    if (const auto* pid = std::get_if<pid_t>(&lock)) {
        return fail(palette::held_prefix, "process " + std::to_string(*pid) + " has its socket");
    }
    serve(manner);
    while (manner == "lingers" && !std::filesystem::exists(self.string() + ".leave"))
        ::poll(nullptr, 0, 5);
    if (::write(STDERR_FILENO, "drained\n", 8) < 0) return 3;
    return 0;
}
