#include "base/file_lock.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

namespace palette {

namespace {

constexpr int retry_ms = 10;

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

std::optional<pid_t> holder_of(int fd) {
    struct flock asked = whole_file(F_WRLCK);
    if (::fcntl(fd, F_GETLK, &asked) != 0 || asked.l_type == F_UNLCK) return std::nullopt;
    return asked.l_pid;
}

}  // namespace

std::variant<FileLock, pid_t> FileLock::take(const std::filesystem::path& path) {
    Fd fd = open_lock(path);
    while (true) {
        struct flock wanted = whole_file(F_WRLCK);
        if (::fcntl(fd.get(), F_SETLK, &wanted) == 0) return FileLock(std::move(fd));
        if (errno != EACCES && errno != EAGAIN && errno != EINTR) {
            throw std::system_error(errno, std::generic_category(), "lock " + path.string());
        }
        // Between the refusal and this question the holder may have gone: then try again.
        if (const auto pid = holder_of(fd.get())) return *pid;
    }
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
    return holder_of(fd.get());
}

}  // namespace palette
