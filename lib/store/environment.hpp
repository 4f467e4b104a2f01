// An LMDB environment that is open, with its tables. Private to the store.
//
// Any thread may begin a read transaction; one thread at a time writes. After some failures (its
// own header page could not be written) LMDB refuses everything until it is opened again:
// recover() does that once the readers have left, and refuses new ones meanwhile.
#pragma once

#include "store/lmdb.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palette::store {

struct TxnState;

class Environment {
  public:
    enum class Access : std::uint8_t { read_write, read_only };

    struct Settings {
        std::filesystem::path folder;
        std::vector<std::string> tables;  // created where they are missing, if it may write
        std::size_t map_bytes;
        Access access = Access::read_write;
    };

    // Throws EngineFailure.
    explicit Environment(Settings settings);

    [[nodiscard]] std::unique_ptr<TxnState> begin_read() const;
    [[nodiscard]] std::unique_ptr<TxnState> begin_write();

    struct TableHandle {
        MDB_dbi dbi;
        std::size_t number;  // from 0, dense
    };
    // Asking for a table that is not in the settings is a bug.
    [[nodiscard]] TableHandle table(std::string_view name) const;

    // The names of all tables in the file, in the settings or not.
    [[nodiscard]] std::vector<std::string> stored_tables() const;

    // Closes and opens again when LMDB has given up; does nothing while it is well. Answers why it
    // could not: the readers did not leave in time, or the disk still fails. Then all transactions
    // throw until a later call succeeds.
    [[nodiscard]] std::optional<EngineFailure> recover();
    // LMDB refuses everything until recover(). After a commit that failed: its header page could
    // not be written, and may be on the disk or not. While it is open.
    [[nodiscard]] bool has_given_up() const;
    // Everything written is on disk.
    void sync();

    [[nodiscard]] const std::filesystem::path& folder() const { return settings_.folder; }
    [[nodiscard]] std::filesystem::path file() const { return settings_.folder / "data.mdb"; }
    [[nodiscard]] std::uint64_t file_bytes() const;
    [[nodiscard]] std::uint64_t free_disk_bytes() const;

    // A transaction's presence: the environment stays open as long as it lives.
    class Visit {
      public:
        explicit Visit(const Environment& environment);
        Visit(Visit&& other) noexcept;
        Visit& operator=(Visit&&) = delete;
        ~Visit();

      private:
        const Environment* environment_;
    };

  private:
    void open();
    void open_tables();
    [[nodiscard]] std::unique_ptr<TxnState> begin(unsigned flags) const;

    Settings settings_;
    EnvHandle env_;
    std::unordered_map<std::string_view, TableHandle> tables_;

    mutable std::mutex door_;
    mutable std::condition_variable somebody_left_;
    mutable std::size_t visitors_ = 0;  // under door_
    bool is_open_ = false;              // under door_
};

}  // namespace palette::store
