// PostgreSQL as somebody would use it. A like is a row and a counter beside it, in one statement
// that commits; a palette is a row that is selected by its key. One connection for each request
// under way.
#pragma once

#include "peer_process.hpp"
#include "pipeline.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

struct pg_conn;

namespace palette::bench {

class PostgresPeer {
  public:
    static constexpr std::size_t most_connections = 64;

    // Makes a cluster in that folder. Throws std::runtime_error, as like() and get() do.
    PostgresPeer(const std::filesystem::path& folder, std::size_t palettes);
    ~PostgresPeer();
    PostgresPeer(const PostgresPeer&) = delete;
    PostgresPeer& operator=(const PostgresPeer&) = delete;

    // So many likes that nobody has given yet, so many under way; most_connections at most.
    [[nodiscard]] Run like(std::size_t likes, std::size_t in_flight);
    // So many palettes of so many bytes each, one after the other in a scattered order.
    [[nodiscard]] Run get(std::size_t gets, std::size_t in_flight, std::size_t bytes);

  private:
    struct Closes {
        void operator()(pg_conn* connection) const;
    };
    using Connection = std::unique_ptr<pg_conn, Closes>;

    [[nodiscard]] Connection connect() const;
    using Send = std::function<void(pg_conn& connection, std::size_t number)>;
    [[nodiscard]] Run exchange(std::size_t requests, std::size_t in_flight, const Send& send);
    void send_like(pg_conn& connection);
    void publish(std::size_t bytes);

    std::filesystem::path folder_;
    std::size_t palettes_;
    std::size_t next_like_ = 0;
    bool has_published_ = false;
    std::optional<PeerProcess> server_;
    std::vector<Connection> connections_;
};

}  // namespace palette::bench
