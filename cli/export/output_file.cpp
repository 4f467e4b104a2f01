#include "cli/export/output_file.hpp"

#include "base/fd.hpp"
#include "term/safe_text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

namespace palette::cli {

namespace {

namespace fs = std::filesystem;

constexpr mode_t new_file_mode = 0666;  // what the umask leaves of it
constexpr mode_t mode_bits = 07777;

tl::unexpected<Error> unwritable(const Path& path, int reason) {
    return refuse(ErrorKind::invalid_argument, "output",
                  term::safe_line(path.text()) + ": " + std::strerror(reason));
}

// False with errno set.
bool put_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(file, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

Result<void> write_in_place(const Path& path, std::string_view bytes) {
    const Fd file(
        ::open(path.text().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, new_file_mode));
    if (!file || !put_all(file.get(), bytes)) return unwritable(path, errno);
    return {};
}

// What a link leads to, so that the link stays.
fs::path file_behind(const Path& path) {
    std::error_code fault;
    const fs::path whole = fs::weakly_canonical(path.text(), fault);
    return fault ? fs::path(path.text()) : whole;
}

}  // namespace

Result<void> write_output(const Path& path, std::string_view bytes) {
    struct stat before {};
    const bool is_there = ::stat(path.text().c_str(), &before) == 0;
    if (is_there && !S_ISREG(before.st_mode)) return write_in_place(path, bytes);
    const fs::path target = file_behind(path);
    const std::string aside = target.native() + ".new-" + std::to_string(::getpid());
    const Fd file(::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, new_file_mode));
    if (!file && (errno == EACCES || errno == EPERM) && is_there)
        return write_in_place(path, bytes);
    if (!file) return unwritable(path, errno);
    const bool is_done = (!is_there || ::fchmod(file.get(), before.st_mode & mode_bits) == 0) &&
                         put_all(file.get(), bytes) && ::rename(aside.c_str(), target.c_str()) == 0;
    if (is_done) return {};
    const int reason = errno;
    ::unlink(aside.c_str());
    return unwritable(path, reason);
}

}  // namespace palette::cli
