#include "peer_process.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace palette::bench {

namespace {

void become(const std::string& user) {
    if (user.empty() || ::geteuid() != 0) return;
    const passwd* entry = ::getpwnam(user.c_str());
    if (entry == nullptr) ::_exit(127);
    if (::setgroups(0, nullptr) != 0 || ::setgid(entry->pw_gid) != 0 ||
        ::setuid(entry->pw_uid) != 0) {
        ::_exit(127);
    }
}

}  // namespace

PeerProcess::PeerProcess(const std::vector<std::string>& command, const std::string& user,
                         const std::filesystem::path& log) {
    std::vector<char*> arguments;
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("cannot start " + command.front());
    if (pid_ > 0) {
        ::close(out);
        return;
    }
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    become(user);
    ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
}

PeerProcess::~PeerProcess() {
    if (pid_ == 0) return;
    ::kill(pid_, SIGINT);
    ::waitpid(pid_, nullptr, 0);
}

bool PeerProcess::ended_well() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool is_installed(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::string_view rest = path == nullptr ? "" : path;
    while (!rest.empty()) {
        const auto end = rest.find(':');
        const std::filesystem::path folder(rest.substr(0, end));
        if (::access((folder / program).c_str(), X_OK) == 0) return true;
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    return false;
}

}  // namespace palette::bench
