#include "rpc/address.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace palette::rpc {

SocketFolder::SocketFolder(const std::filesystem::path& folder)
    : path_(folder), fd_(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
    if (!fd_) throw std::system_error(errno, std::generic_category(), "open " + folder.string());
    struct stat found {};
    const bool known = ::fstat(fd_.get(), &found) == 0;
    if (!known || found.st_uid != ::geteuid() || (found.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
        throw std::runtime_error(folder.string() +
                                 " could be written by others: it must be this user's alone");
    }
}

std::string SocketFolder::address(std::string_view name) const {
    return "ipc:///proc/self/fd/" + std::to_string(fd_.get()) + "/" + std::string(name);
}

bool SocketFolder::answers(std::string_view name) const {
    const std::string path = "/proc/self/fd/" + std::to_string(fd_.get()) + "/" + std::string(name);
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    if (path.size() >= sizeof where.sun_path) return false;
    std::memcpy(where.sun_path, path.c_str(), path.size() + 1);
    const Fd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!fd) return false;
    // A cast that the sockets API was made for.
    const auto* address = reinterpret_cast<const sockaddr*>(&where);  // NOLINT
    // EAGAIN: a listener whose queue is full. Waiting for it could take for ever.
    return ::connect(fd.get(), address, sizeof where) == 0 || errno == EAGAIN;
}

}  // namespace palette::rpc
