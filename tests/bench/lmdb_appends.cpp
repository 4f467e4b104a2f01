#include "lmdb_appends.hpp"

#include <lmdb.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string>

namespace palette::bench {

namespace {

constexpr std::size_t map_bytes = std::size_t{4} << 30;

void check(int code) {
    if (code != MDB_SUCCESS) throw std::runtime_error(mdb_strerror(code));
}

}  // namespace

LmdbAppends::LmdbAppends(const std::filesystem::path& folder) {
    check(mdb_env_create(&env_));
    check(mdb_env_set_mapsize(env_, map_bytes));
    check(mdb_env_open(env_, folder.c_str(), MDB_NORDAHEAD, 0600));
    MDB_txn* txn = nullptr;
    check(mdb_txn_begin(env_, nullptr, 0, &txn));
    check(mdb_dbi_open(txn, nullptr, 0, &table_));
    check(mdb_txn_commit(txn));
}

LmdbAppends::~LmdbAppends() {
    mdb_env_close(env_);
}

Run LmdbAppends::run(std::size_t rows_wanted, std::size_t a_group, std::size_t row_bytes) {
    using Clock = std::chrono::steady_clock;
    const std::string row(row_bytes, 'r');
    Run made;
    const auto begun = Clock::now();
    while (made.latencies_us.size() < rows_wanted) {
        const auto group_begun = Clock::now();
        append_group(a_group, row);
        const std::chrono::duration<double, std::micro> took = Clock::now() - group_begun;
        made.latencies_us.insert(made.latencies_us.end(), a_group, took.count());
    }
    made.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    return made;
}

void LmdbAppends::append_group(std::size_t rows, const std::string& row) {
    MDB_txn* txn = nullptr;
    check(mdb_txn_begin(env_, nullptr, 0, &txn));
    for (std::size_t i = 0; i < rows; ++i) {
        std::uint64_t key = __builtin_bswap64(next_++);
        MDB_val name{sizeof key, &key};
        MDB_val value{row.size(), const_cast<char*>(row.data())};
        check(mdb_put(txn, table_, &name, &value, 0));
    }
    check(mdb_txn_commit(txn));
}

}  // namespace palette::bench
