// What palette.get is measured against: a ROUTER that does nothing but answer.
#pragma once

#include "base/fd.hpp"

#include <sys/types.h>

#include <cstddef>
#include <filesystem>
#include <string>

namespace palette::bench {

// This program as an echo: answers each message with its own bytes, made as long as `reply_bytes`,
// until the descriptor `lifeline` is closed elsewhere. Returns the exit code.
[[nodiscard]] int serve_echo(const std::string& address, std::size_t reply_bytes, int lifeline);

// Such a process, started on the cores of the calling thread; it ends with the object.
class EchoServer {
  public:
    // Throws std::system_error.
    EchoServer(const std::filesystem::path& socket, std::size_t reply_bytes);
    ~EchoServer();
    EchoServer(const EchoServer&) = delete;
    EchoServer& operator=(const EchoServer&) = delete;

    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] pid_t pid() const { return pid_; }

  private:
    std::string address_;
    Fd lifeline_;
    pid_t pid_ = 0;
};

}  // namespace palette::bench
