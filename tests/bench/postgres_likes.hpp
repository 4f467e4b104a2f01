// PostgreSQL as somebody would use it for likes: a row for each, and a counter beside it, in one
// statement that commits. One connection for each like under way.
#pragma once

#include "peer_process.hpp"
#include "pipeline.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

struct pg_conn;

namespace palette::bench {

class PostgresLikes {
  public:
    static constexpr std::size_t most_connections = 64;

    // Makes a cluster in that folder. Throws std::runtime_error, as run() does.
    PostgresLikes(const std::filesystem::path& folder, std::size_t palettes);
    ~PostgresLikes();
    PostgresLikes(const PostgresLikes&) = delete;
    PostgresLikes& operator=(const PostgresLikes&) = delete;

    // So many likes that nobody has given yet, so many under way; most_connections at most.
    [[nodiscard]] Run run(std::size_t likes, std::size_t in_flight);

  private:
    struct Closes {
        void operator()(pg_conn* connection) const;
    };
    using Connection = std::unique_ptr<pg_conn, Closes>;

    [[nodiscard]] Connection connect() const;
    void send_like(pg_conn& connection);

    std::filesystem::path folder_;
    std::size_t palettes_;
    std::size_t next_like_ = 0;
    std::optional<PeerProcess> server_;
    std::vector<Connection> connections_;
};

}  // namespace palette::bench
