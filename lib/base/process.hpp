// Other processes: starting one, and speaking to one that may be gone already.
#pragma once

#include "base/fd.hpp"

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palette {

enum class Session {
    inherited,
    own,  // no terminal: neither its keys nor its end reach the process
};

// A program to start. It gets an empty stdin, our environment, no blocked or ignored signals, and
// none of our descriptors but those that are named here.
struct Launch {
    std::filesystem::path program;
    std::vector<std::string> arguments{};  // without the program's own name
    std::vector<std::string> variables{};  // NAME=value, in place of an inherited NAME
    std::vector<int> keep{};               // stay open under the same number, each above 2
    const Fd* output = nullptr;            // its stdout and stderr; null: ours
    Session session = Session::inherited;
};

// The child's pid; the caller waits for it. Descriptors that we inherited above 2 become
// close-on-exec here. Throws std::system_error, also when the program could
// not be executed.
[[nodiscard]] pid_t spawn(const Launch& launch);

// "ended with code 1", "was ended by signal 9", from what waitpid said.
[[nodiscard]] std::string describe_ending(int wait_status);

// A process that need not be a child. A pid may name a stranger by the time it is used; this names
// the same process for good, ended or not. Move-only.
class ProcessHandle {
  public:
    // None when there is no such process. Throws std::system_error.
    [[nodiscard]] static std::optional<ProcessHandle> open(pid_t pid);
    // The process that holds the lock (FileLock); none when the lock is free.
    [[nodiscard]] static std::optional<ProcessHandle> holding(const std::filesystem::path& lock);

    [[nodiscard]] pid_t pid() const { return pid_; }
    // Nothing happens when the process has ended. Throws std::system_error when it is not ours.
    void signal(int number) const;
    [[nodiscard]] bool ended_within(std::chrono::milliseconds timeout) const;

  private:
    ProcessHandle(pid_t pid, Fd fd) : pid_(pid), fd_(std::move(fd)) {}
    pid_t pid_;
    Fd fd_;
};

}  // namespace palette
