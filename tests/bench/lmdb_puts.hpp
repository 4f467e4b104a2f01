// What a like is measured against: LMDB alone, putting rows in random order, each group of them
// synced before it counts.
#pragma once

#include "pipeline.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>

struct MDB_env;

namespace palette::bench {

class LmdbPuts {
  public:
    // A store in that folder, which exists. Throws std::runtime_error, as run() does.
    explicit LmdbPuts(const std::filesystem::path& folder);
    ~LmdbPuts();
    LmdbPuts(const LmdbPuts&) = delete;
    LmdbPuts& operator=(const LmdbPuts&) = delete;

    // So many puts of so many bytes; a row's latency is its group's.
    [[nodiscard]] Run run(std::size_t puts, std::size_t a_group, std::size_t row_bytes);

  private:
    void put_group(std::size_t rows, const std::string& row);

    MDB_env* env_ = nullptr;
    unsigned table_ = 0;
    std::uint64_t state_ = 1;  // of the keys' order
};

}  // namespace palette::bench
