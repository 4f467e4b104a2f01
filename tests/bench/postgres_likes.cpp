#include "postgres_likes.hpp"

#include "eventually.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <string>

namespace palette::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* user = "postgres";
constexpr const char* statement = "one_like";
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

// Throws unless it is the answer to a like that was counted.
void take_answer(PGconn& connection) {
    bool counted = false;
    while (PGresult* answer = PQgetResult(&connection)) {
        counted |= PQresultStatus(answer) == PGRES_TUPLES_OK && PQntuples(answer) == 1;
        PQclear(answer);
    }
    if (!counted) throw std::runtime_error(PQerrorMessage(&connection));
}

}  // namespace

void PostgresLikes::Closes::operator()(pg_conn* connection) const {
    PQfinish(connection);
}

PostgresLikes::PostgresLikes(const std::filesystem::path& folder, std::size_t palettes)
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
    execute(*first, "INSERT INTO palettes SELECT n, 0 FROM generate_series(0, " +
                        std::to_string(palettes - 1) + ") AS n");
    first.reset();
    while (connections_.size() < most_connections) {
        connections_.push_back(connect());
        const std::unique_ptr<PGresult, decltype(&PQclear)> prepared(
            PQprepare(connections_.back().get(), statement, like_sql, 2, nullptr), PQclear);
        if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) {
            throw std::runtime_error(PQerrorMessage(connections_.back().get()));
        }
    }
}

PostgresLikes::~PostgresLikes() {
    connections_.clear();
}

PostgresLikes::Connection PostgresLikes::connect() const {
    Connection made(
        PQconnectdb(("host=" + folder_.string() + " user=" + user + " dbname=postgres").c_str()));
    if (PQstatus(made.get()) != CONNECTION_OK) made.reset();
    return made;
}

void PostgresLikes::send_like(pg_conn& connection) {
    // Steps that have no factor in common with the palettes meet them in a scattered order.
    constexpr std::size_t step = 7'919;
    const std::string palette = std::to_string(next_like_ * step % palettes_);
    const std::string person = std::to_string(next_like_ / palettes_);
    ++next_like_;
    const std::array<const char*, 2> values{palette.c_str(), person.c_str()};
    if (PQsendQueryPrepared(&connection, statement, 2, values.data(), nullptr, nullptr, 0) == 0) {
        throw std::runtime_error(PQerrorMessage(&connection));
    }
}

Run PostgresLikes::run(std::size_t likes, std::size_t in_flight) {
    Run made;
    std::vector<pollfd> waited;
    std::vector<Clock::time_point> sent;
    std::size_t begun_likes = 0;
    const auto begun = Clock::now();
    for (std::size_t i = 0; i < in_flight && i < likes; ++i, ++begun_likes) {
        sent.push_back(Clock::now());
        send_like(*connections_[i]);
        waited.push_back({PQsocket(connections_[i].get()), POLLIN, 0});
    }
    while (made.latencies_us.size() < likes) {
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
            waited[i].fd = begun_likes < likes ? waited[i].fd : -1;
            if (begun_likes++ >= likes) continue;
            sent[i] = Clock::now();
            send_like(connection);
        }
    }
    made.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    return made;
}

}  // namespace palette::bench
