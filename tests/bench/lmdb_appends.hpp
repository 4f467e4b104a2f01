// What a like is measured against: LMDB alone, appending rows in the order of their keys, each
// group of them synced before it counts.
#pragma once

#include "pipeline.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>

struct MDB_env;

namespace palette::bench {

class LmdbAppends {
  public:
    // A store in that folder, which exists. Throws std::runtime_error, as run() does.
    explicit LmdbAppends(const std::filesystem::path& folder);
    ~LmdbAppends();
    LmdbAppends(const LmdbAppends&) = delete;
    LmdbAppends& operator=(const LmdbAppends&) = delete;

    // So many rows of so many bytes; a row's latency is its group's.
    [[nodiscard]] Run run(std::size_t rows_wanted, std::size_t a_group, std::size_t row_bytes);

  private:
    void append_group(std::size_t rows, const std::string& row);

    MDB_env* env_ = nullptr;
    unsigned table_ = 0;
    std::uint64_t next_ = 1;
};

}  // namespace palette::bench
