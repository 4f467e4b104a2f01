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
    // The folder must exist. Throws std::system_error.
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
