#include "base/files.hpp"

#include "base/fd.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace palette {

namespace {

[[noreturn]] void fail(const char* what, const std::filesystem::path& path) {
    throw std::system_error(errno, std::generic_category(), what + (" " + path.string()));
}

void write_all(int fd, std::string_view content, const std::filesystem::path& path) {
    while (!content.empty()) {
        const ssize_t done = ::write(fd, content.data(), content.size());
        if (done < 0) {
            if (errno == EINTR) continue;
            fail("write", path);
        }
        content.remove_prefix(static_cast<std::size_t>(done));
    }
}

}  // namespace

void make_private_folder(const std::filesystem::path& folder) {
    if (folder.empty() || std::filesystem::is_directory(folder)) return;
    make_private_folder(folder.parent_path());
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) fail("mkdir", folder);
}

std::optional<std::string> read_small_file(const std::filesystem::path& path,
                                           std::size_t most_bytes) {
    const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd) {
        if (errno == ENOENT) return std::nullopt;
        fail("open", path);
    }
    std::string content;
    while (true) {
        constexpr std::size_t step = 64 * 1024;
        const std::size_t had = content.size();
        content.resize(had + step);
        const ssize_t got = ::read(fd.get(), content.data() + had, step);
        if (got < 0 && errno == EINTR) {
            content.resize(had);
            continue;
        }
        if (got < 0) fail("read", path);
        content.resize(had + static_cast<std::size_t>(got));
        if (got == 0) return content;
        if (content.size() > most_bytes) {
            errno = EFBIG;
            fail("read", path);
        }
    }
}

void replace_file(const std::filesystem::path& path, std::string_view content) {
    const std::filesystem::path aside = path.string() + "." + std::to_string(::getpid()) + ".new";
    {
        const Fd fd(::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                           S_IRUSR | S_IWUSR));
        if (!fd) fail("open", aside);
        write_all(fd.get(), content, aside);
        if (::fsync(fd.get()) != 0) fail("fsync", aside);
    }
    if (::rename(aside.c_str(), path.c_str()) != 0) fail("rename", aside);
    sync_folder(path.parent_path());
}

void sync_folder(const std::filesystem::path& folder) {
    const Fd fd(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd || ::fsync(fd.get()) != 0) fail("fsync", folder);
}

}  // namespace palette
