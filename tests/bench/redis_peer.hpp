// Redis with its append-only file synced before each answer to a SET, asked over a unix socket.
#pragma once

#include "base/fd.hpp"
#include "peer_process.hpp"
#include "pipeline.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace palette::bench {

class RedisPeer {
  public:
    // Its files lie in that folder. Throws std::runtime_error, as set() and get() do.
    explicit RedisPeer(const std::filesystem::path& folder);

    // So many SETs of new keys, with values of so many bytes, so many under way.
    [[nodiscard]] Run set(std::size_t sets, std::size_t in_flight, std::size_t value_bytes);
    // So many GETs of the same so many values of so many bytes, in a scattered order.
    [[nodiscard]] Run get(std::size_t gets, std::size_t in_flight, std::size_t values,
                          std::size_t value_bytes);
    [[nodiscard]] pid_t pid() const { return server_.pid(); }

  private:
    // Commands that are all answered with these bytes.
    [[nodiscard]] Run exchange(std::size_t commands, std::size_t in_flight, std::string answer,
                               const std::function<std::string(std::size_t)>& command);
    void connect(const std::filesystem::path& socket);
    void send(const std::string& bytes);
    // The answers that have come since, one at least.
    [[nodiscard]] std::size_t receive();

    PeerProcess server_;
    Fd socket_;
    std::size_t next_key_ = 0;
    bool has_values_ = false;
    std::string answer_{};            // what is expected
    std::size_t part_of_answer_ = 0;  // bytes of it that have come of the next answer
};

}  // namespace palette::bench
