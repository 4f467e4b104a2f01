#include "postgres_peer.hpp"

#include "eventually.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>

namespace palette::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* user = "postgres";
constexpr const char* like_statement = "one_like";
constexpr const char* get_statement = "one_palette";
constexpr const char* get_sql = "SELECT body FROM documents WHERE id = $1";
constexpr const char* like_sql =
    "WITH given AS (INSERT INTO likes (palette_id, user_id, liked_at) VALUES ($1, $2, now()) "
    "ON CONFLICT DO NOTHING RETURNING 1) "
    "UPDATE palettes SET likes = likes + (SELECT count(*) FROM given) WHERE id = $1 "
    "RETURNING likes";

void execute(PGconn& connection, const std::string& sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> done(PQexec(&connection, sql.c_str()),
                                                             PQclear);
    const auto status = PQresultStatus(done.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        throw std::runtime_error(PQerrorMessage(&connection));
    }
}

void make_cluster(const std::filesystem::path& folder) {
    // The server's user must reach it.
    for (auto above = folder; above != above.root_path(); above = above.parent_path()) {
        std::error_code ignored;
        std::filesystem::permissions(above, std::filesystem::perms::others_exec,
                                     std::filesystem::perm_options::add, ignored);
    }
    std::filesystem::permissions(folder, std::filesystem::perms::all);
    PeerProcess made({"initdb", "-A", "trust", "-U", user, "-D", folder / "cluster"}, user,
                     folder / "initdb.log");
    if (!made.ended_well()) {
        throw std::runtime_error("initdb failed: " + (folder / "initdb.log").string());
    }
}

void prepare(PGconn& connection, const char* statement, const char* sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> prepared(
        PQprepare(&connection, statement, sql, 0, nullptr), PQclear);
    if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) {
        throw std::runtime_error(PQerrorMessage(&connection));
    }
}

// Throws unless it is one row: a like that was counted, or a palette.
void take_answer(PGconn& connection) {
    bool is_row = false;
    while (PGresult* answer = PQgetResult(&connection)) {
        is_row |= PQresultStatus(answer) == PGRES_TUPLES_OK && PQntuples(answer) == 1;
        PQclear(answer);
    }
    if (!is_row) throw std::runtime_error(PQerrorMessage(&connection));
}

template <std::size_t n>
void send_prepared(PGconn& connection, const char* statement,
                   const std::array<std::string, n>& values) {
    std::array<const char*, n> texts{};
    for (std::size_t i = 0; i < n; ++i)
        texts[i] = values[i].c_str();
    if (PQsendQueryPrepared(&connection, statement, n, texts.data(), nullptr, nullptr, 0) == 0) {
        throw std::runtime_error(PQerrorMessage(&connection));
    }
}

}  // namespace

void PostgresPeer::Closes::operator()(pg_conn* connection) const {
    PQfinish(connection);
}

PostgresPeer::PostgresPeer(const std::filesystem::path& folder, std::size_t palettes)
    : folder_(folder), palettes_(palettes) {
    make_cluster(folder);
    server_.emplace(
        std::vector<std::string>{"postgres", "-D", folder / "cluster", "-k", folder, "-h", "", "-c",
                                 "shared_buffers=256MB", "-c", "max_wal_size=4GB"},
        user, folder / "postgres.log");
    Connection first;
    if (!test::eventually([&] { return (first = connect()) != nullptr; })) {
        throw std::runtime_error("PostgreSQL does not answer");
    }
    execute(*first, "CREATE TABLE palettes (id int PRIMARY KEY, likes int NOT NULL)");
    execute(*first,
            "CREATE TABLE likes (palette_id int, user_id int, liked_at timestamptz NOT NULL, "
            "PRIMARY KEY (palette_id, user_id))");
    execute(*first, "CREATE TABLE documents (id int PRIMARY KEY, body text NOT NULL)");
    execute(*first, "INSERT INTO palettes SELECT n, 0 FROM generate_series(0, " +
                        std::to_string(palettes - 1) + ") AS n");
    first.reset();
    while (connections_.size() < most_connections) {
        connections_.push_back(connect());
        prepare(*connections_.back(), like_statement, like_sql);
        prepare(*connections_.back(), get_statement, get_sql);
    }
}

PostgresPeer::~PostgresPeer() {
    connections_.clear();
}

PostgresPeer::Connection PostgresPeer::connect() const {
    Connection made(
        PQconnectdb(("host=" + folder_.string() + " user=" + user + " dbname=postgres").c_str()));
    if (PQstatus(made.get()) != CONNECTION_OK) made.reset();
    return made;
}

void PostgresPeer::send_like(pg_conn& connection) {
    const std::array values{std::to_string(next_like_ * scattering_step % palettes_),
                            std::to_string(next_like_ / palettes_)};
    ++next_like_;
    send_prepared(connection, like_statement, values);
}

void PostgresPeer::publish(std::size_t bytes) {
    if (std::exchange(has_published_, true)) return;
    execute(*connections_.front(), "INSERT INTO documents SELECT n, repeat('p', " +
                                       std::to_string(bytes) + ") FROM generate_series(0, " +
                                       std::to_string(palettes_ - 1) + ") AS n");
    execute(*connections_.front(), "VACUUM ANALYZE documents");
}

Run PostgresPeer::like(std::size_t likes, std::size_t in_flight) {
    return exchange(likes, in_flight,
                    [this](pg_conn& connection, std::size_t) { send_like(connection); });
}

Run PostgresPeer::get(std::size_t gets, std::size_t in_flight, std::size_t bytes) {
    publish(bytes);
    return exchange(gets, in_flight, [this](pg_conn& connection, std::size_t number) {
        const std::array values{std::to_string(number * scattering_step % palettes_)};
        send_prepared(connection, get_statement, values);
    });
}

Run PostgresPeer::exchange(std::size_t requests, std::size_t in_flight, const Send& send) {
    Run made;
    std::vector<pollfd> waited;
    std::vector<Clock::time_point> sent;
    std::size_t begun_requests = 0;
    const auto begun = Clock::now();
    for (; begun_requests < std::min(in_flight, requests); ++begun_requests) {
        PGconn& connection = *connections_[begun_requests];
        sent.push_back(Clock::now());
        send(connection, begun_requests);
        waited.push_back({PQsocket(&connection), POLLIN, 0});
    }
    while (made.latencies_us.size() < requests) {
        ::poll(waited.data(), waited.size(), -1);
        for (std::size_t i = 0; i < waited.size(); ++i) {
            if (waited[i].revents == 0) continue;
            PGconn& connection = *connections_[i];
            if (PQconsumeInput(&connection) == 0) {
                throw std::runtime_error(PQerrorMessage(&connection));
            }
            if (PQisBusy(&connection) != 0) continue;
            take_answer(connection);
            const std::chrono::duration<double, std::micro> took = Clock::now() - sent[i];
            made.latencies_us.push_back(took.count());
            if (begun_requests == requests) {
                waited[i].fd = -1;
                continue;
            }
            sent[i] = Clock::now();
            send(connection, begun_requests++);
        }
    }
    made.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    return made;
}

}  // namespace palette::bench
