// Where sockets lie: names inside a run folder, reached through /proc/self/fd so that a deep home
// does not break the kernel's limit of 107 bytes on a socket's path.
#pragma once

#include "base/fd.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace palette::rpc {

// Holds the folder open. Any thread; outlives the sockets that use its addresses.
class SocketFolder {
  public:
    // The folder must exist and be writable by this user alone: whoever could put a socket there
    // would be sent passwords. Throws std::system_error, std::runtime_error.
    explicit SocketFolder(const std::filesystem::path& folder);

    // "ipc:///proc/self/fd/7/paletted.sock"
    [[nodiscard]] std::string address(std::string_view name) const;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    // Whether somebody is listening at that name just now: connects and hangs up.
    [[nodiscard]] bool answers(std::string_view name) const;

  private:
    std::filesystem::path path_;
    Fd fd_;
};

}  // namespace palette::rpc
