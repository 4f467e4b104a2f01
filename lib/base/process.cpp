#include "base/process.hpp"

#include "base/check.hpp"
#include "base/file_lock.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <limits>
#include <string_view>
#include <system_error>

// glibc 2.36 declares these without saying that they are C.
extern "C" {
#include <sys/pidfd.h>
}

namespace palette {

namespace {

void check(int code, const Launch& launch) {
    if (code == 0) return;
    throw std::system_error(code, std::generic_category(), "start " + launch.program.string());
}

class FileActions {
  public:
    explicit FileActions(const Launch& launch) {
        check(::posix_spawn_file_actions_init(&actions_), launch);
        add(::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0),
            launch);
        if (launch.output != nullptr) {
            duplicate(launch.output->get(), STDOUT_FILENO, launch);
            duplicate(launch.output->get(), STDERR_FILENO, launch);
        }
        // A descriptor duplicated onto itself stays open in the child, close-on-exec or not.
        for (const int fd : launch.keep) {
            CHECK_INVARIANT(fd > STDERR_FILENO);
            duplicate(fd, fd, launch);
        }
    }
    ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    void duplicate(int from, int to, const Launch& launch) {
        add(::posix_spawn_file_actions_adddup2(&actions_, from, to), launch);
    }
    void add(int code, const Launch& launch) {
        if (code != 0) ::posix_spawn_file_actions_destroy(&actions_);
        check(code, launch);
    }

    posix_spawn_file_actions_t actions_{};
};

class Attributes {
  public:
    explicit Attributes(const Launch& launch) {
        check(::posix_spawnattr_init(&attributes_), launch);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setsigdefault(&attributes_, &all);
        int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
        if (launch.session == Session::own) flags |= POSIX_SPAWN_SETSID;
        ::posix_spawnattr_setflags(&attributes_, static_cast<short>(flags));
    }
    ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

    [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_{};
};

// Others may have left descriptors open for us: a lock of the shell, a pipe of a build service.
// What we opened ourselves is close-on-exec already.
void keep_descriptors_from_children(const Launch& launch) {
    constexpr unsigned first = STDERR_FILENO + 1;
    constexpr unsigned last = std::numeric_limits<unsigned>::max();
    if (::close_range(first, last, CLOSE_RANGE_CLOEXEC) != 0) check(errno, launch);
}

std::string_view name_in(std::string_view variable) {
    return variable.substr(0, variable.find('='));
}

std::vector<std::string> environment_of(const Launch& launch) {
    std::vector<std::string> variables = launch.variables;
    for (char** inherited = environ; *inherited != nullptr; ++inherited) {
        const std::string_view name = name_in(*inherited);
        const bool replaced = std::ranges::any_of(
            launch.variables, [&](const std::string& ours) { return name_in(ours) == name; });
        if (!replaced) variables.emplace_back(*inherited);
    }
    return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

pid_t spawn(const Launch& launch) {
    std::vector<std::string> words{launch.program.string()};
    words.insert(words.end(), launch.arguments.begin(), launch.arguments.end());
    std::vector<std::string> variables = environment_of(launch);
    keep_descriptors_from_children(launch);
    const FileActions actions(launch);
    const Attributes attributes(launch);
    pid_t pid = 0;
    check(::posix_spawn(&pid, launch.program.c_str(), actions.get(), attributes.get(),
                        pointers_to(words).data(), pointers_to(variables).data()),
          launch);
    return pid;
}

std::string describe_ending(int wait_status) {
    if (WIFSIGNALED(wait_status)) {
        return "was ended by signal " + std::to_string(WTERMSIG(wait_status));
    }
    return "ended with code " + std::to_string(WEXITSTATUS(wait_status));
}

std::optional<ProcessHandle> ProcessHandle::open(pid_t pid) {
    Fd fd(::pidfd_open(pid, 0));
    if (fd) return ProcessHandle(pid, std::move(fd));
    if (errno == ESRCH) return std::nullopt;
    throw std::system_error(errno, std::generic_category(), "pidfd_open " + std::to_string(pid));
}

std::optional<ProcessHandle> ProcessHandle::holding(const std::filesystem::path& lock) {
    while (const auto pid = FileLock::holder(lock)) {
        auto handle = open(*pid);
        // It held the lock before and after the handle was made: the handle is the holder's.
        if (handle && FileLock::holder(lock) == pid) return handle;
    }
    return std::nullopt;
}

void ProcessHandle::signal(int number) const {
    if (::pidfd_send_signal(fd_.get(), number, nullptr, 0) == 0 || errno == ESRCH) return;
    throw std::system_error(errno, std::generic_category(), "signal " + std::to_string(pid_));
}

bool ProcessHandle::ended_within(std::chrono::milliseconds timeout) const {
    const auto until = std::chrono::steady_clock::now() + timeout;
    while (true) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd ended{fd_.get(), POLLIN, 0};
        const int found = ::poll(&ended, 1, static_cast<int>(std::max<long>(0, left.count())));
        if (found > 0) return true;
        if (found < 0 && errno != EINTR) {
            throw std::system_error(errno, std::generic_category(), "poll");
        }
        if (found == 0) return false;
    }
}

}  // namespace palette
