#include "base/file_lock.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

namespace palette {

namespace {

constexpr int retry_ms = 10;
// So often a holder may come and go between two system calls; more is something else.
constexpr int most_attempts = 100;

[[noreturn]] void fail(int code, const std::filesystem::path& path) {
    throw std::system_error(code, std::generic_category(), "lock " + path.string());
}

struct flock whole_file(short type) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

Fd open_lock(const std::filesystem::path& path) {
    Fd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (!fd) throw std::system_error(errno, std::generic_category(), "open " + path.string());
    return fd;
}

std::optional<pid_t> holder_of(const Fd& fd, const std::filesystem::path& path) {
    struct flock asked = whole_file(F_WRLCK);
    if (::fcntl(fd.get(), F_GETLK, &asked) != 0) fail(errno, path);
    if (asked.l_type == F_UNLCK) return std::nullopt;
    return asked.l_pid;
}

}  // namespace

std::variant<FileLock, pid_t> FileLock::take(const std::filesystem::path& path) {
    Fd fd = open_lock(path);
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        struct flock wanted = whole_file(F_WRLCK);
        if (::fcntl(fd.get(), F_SETLK, &wanted) == 0) return FileLock(std::move(fd));
        if (errno != EACCES && errno != EAGAIN) fail(errno, path);
        // Between the refusal and this question the holder may have gone: then try again.
        if (const auto pid = holder_of(fd, path)) return *pid;
    }
    fail(EAGAIN, path);
}

std::optional<FileLock> FileLock::wait(const std::filesystem::path& path, int timeout_ms) {
    for (int waited_ms = 0;; waited_ms += retry_ms) {
        auto taken = take(path);
        if (auto* lock = std::get_if<FileLock>(&taken)) return std::move(*lock);
        if (waited_ms >= timeout_ms) return std::nullopt;
        ::poll(nullptr, 0, retry_ms);
    }
}

std::optional<pid_t> FileLock::holder(const std::filesystem::path& path) {
    const Fd fd(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!fd) return std::nullopt;
    return holder_of(fd, path);
}

}  // namespace palette
