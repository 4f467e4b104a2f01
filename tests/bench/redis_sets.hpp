// Redis with its append-only file synced before each answer, asked to SET over a unix socket.
#pragma once

#include "base/fd.hpp"
#include "peer_process.hpp"
#include "pipeline.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace palette::bench {

class RedisSets {
  public:
    // Its files lie in that folder. Throws std::runtime_error, as run() does.
    explicit RedisSets(const std::filesystem::path& folder);

    // So many SETs of new keys, with values of so many bytes, so many under way.
    [[nodiscard]] Run run(std::size_t sets, std::size_t in_flight, std::size_t value_bytes);
    [[nodiscard]] pid_t pid() const { return server_.pid(); }

  private:
    void connect(const std::filesystem::path& socket);
    void send(const std::string& bytes);
    // The answers that have come since, one at least.
    [[nodiscard]] std::size_t receive();

    PeerProcess server_;
    Fd socket_;
    std::size_t next_key_ = 0;
    std::size_t part_of_answer_ = 0;  // bytes of "+OK\r\n" that have come of the next answer
};

}  // namespace palette::bench
