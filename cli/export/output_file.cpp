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

// Some file systems tell only when a file is closed that there was no room; each descriptor of it
// that is closed does.
bool is_taken(int file) {
    const int copy = ::dup(file);
    return copy >= 0 && ::close(copy) == 0;
}

Result<void> write_in_place(const Path& path, std::string_view bytes) {
    const Fd file(
        ::open(path.text().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, new_file_mode));
    if (!file || !put_all(file.get(), bytes) || !is_taken(file.get()))
        return unwritable(path, errno);
    return {};
}

mode_t mode_of_new_file() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return new_file_mode & ~mask;
}

// A file that others know by another name, or that is another's, would not be theirs any more if it
// were replaced.
bool is_only_ours(const struct stat& file) {
    return S_ISREG(file.st_mode) && file.st_nlink == 1 && file.st_uid == ::geteuid();
}

// False with errno set, and nothing left behind.
bool replace(const fs::path& target, mode_t mode, std::string_view bytes) {
    std::string aside = (target.parent_path() / ".palettectl-XXXXXX").native();
    const Fd file(::mkostemp(aside.data(), O_CLOEXEC));
    if (!file) return false;
    const bool is_done = ::fchmod(file.get(), mode) == 0 && put_all(file.get(), bytes) &&
                         ::fsync(file.get()) == 0 && ::rename(aside.c_str(), target.c_str()) == 0;
    if (is_done) return true;
    const int reason = errno;
    ::unlink(aside.c_str());
    errno = reason;
    return false;
}

}  // namespace

Result<void> write_output(const Path& path, std::string_view bytes) {
    struct stat before {};
    const bool is_there = ::stat(path.text().c_str(), &before) == 0;
    if (is_there && !is_only_ours(before)) return write_in_place(path, bytes);
    if (is_there && ::access(path.text().c_str(), W_OK) != 0) return unwritable(path, errno);
    std::error_code fault;  // of what is not there, at first
    const bool is_link = fs::is_symlink(fs::symlink_status(path.text(), fault));
    fault.clear();
    // A link stays one; what it leads to is made if it is not there.
    if (is_link && !is_there) return write_in_place(path, bytes);
    const fs::path target = is_link ? fs::canonical(path.text(), fault) : fs::path(path.text());
    if (fault) return unwritable(path, fault.value());
    const mode_t mode = is_there ? before.st_mode & mode_bits : mode_of_new_file();
    if (replace(target, mode, bytes)) return {};
    const bool may_not_create = errno == EACCES || errno == EPERM;
    if (is_there && may_not_create) return write_in_place(path, bytes);
    return unwritable(path, errno);
}

}  // namespace palette::cli
