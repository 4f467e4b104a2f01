// A lock on a file, held as long as the object lives and freed by the kernel when the process dies.
//
// It is a POSIX record lock: the kernel names the holder's pid, which is where pids come from
// (never from the file's content), and it is not inherited by a fork. Such a lock is lost when the
// process closes any descriptor of the same file, so nobody else in the process may open a lock
// file.
#pragma once

#include "base/fd.hpp"

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>

namespace palette {

class FileLock {
  public:
    // Creates the file (0600) if need be and takes the lock without waiting: the lock, or the pid
    // of the process that holds it. Throws std::system_error when the file cannot be opened, or its
    // system has no locks.
    [[nodiscard]] static std::variant<FileLock, pid_t> take(const std::filesystem::path& path);

    // Waits up to `timeout_ms` for the lock; none when it did not come.
    [[nodiscard]] static std::optional<FileLock> wait(const std::filesystem::path& path,
                                                      int timeout_ms);

    // The pid of the process that holds the lock; none when it is free or the file is missing.
    // Never call it for a lock that this process holds.
    [[nodiscard]] static std::optional<pid_t> holder(const std::filesystem::path& path);

  private:
    explicit FileLock(Fd fd) : fd_(std::move(fd)) {}
    Fd fd_;
};

// Thrown by those who cannot do without a lock that another process has. That may be a daemon of an
// earlier family which is still draining, so that waiting is worth the while.
class HeldByProcess : public std::runtime_error {
  public:
    HeldByProcess(const std::string& what, pid_t holder)
        : std::runtime_error(what + " is held by process " + std::to_string(holder)) {}
};

}  // namespace palette
