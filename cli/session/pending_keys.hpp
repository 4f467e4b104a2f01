// The keys of writes whose outcome is not known, so that the same command again is the same write:
// it takes its key up, and what was done is not done twice.
//
// Each attempt is a file below <state>/pending, named for a digest of who asks for what, and its
// key. It is there from before the request is sent until a definitive answer has come, and locked
// as long as its process lives: one that nobody holds was left by a command that was killed, or
// heard nothing. Two commands that run at once do not take each other's. Nothing is synced: it is
// the process that ends, not the machine. Daemons keep keys for 24 hours; older ones are dropped
// here too. Failures of the file system are exceptions.
#pragma once

#include "api/idempotency.hpp"
#include "base/clock.hpp"
#include "base/file_lock.hpp"
#include "base/uuid.hpp"
#include "cli/command_line/values.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace palette::cli {

// Less than daemons promise, by what clocks may differ.
inline constexpr std::chrono::hours pending_for = api::keys_are_kept - std::chrono::hours(1);

struct PendingWrite {
    std::string_view who;
    std::string_view method;
    std::string_view params;  // JSON
};

// One that is under way here. It stays on record unless it is settled. Move-only.
class PendingAttempt {
  public:
    [[nodiscard]] const Uuid& key() const { return key_; }
    // Whether it was begun by another process, which may have sent it.
    [[nodiscard]] bool is_repeat() const { return is_repeat_; }
    // What became of it is known.
    void settle() const;

  private:
    friend class PendingKeys;
    enum class Begun { here, elsewhere };
    PendingAttempt(const Uuid& key, std::filesystem::path file, FileLock lock, Begun begun)
        : key_(key),
          file_(std::move(file)),
          lock_(std::move(lock)),
          is_repeat_(begun == Begun::elsewhere) {}

    Uuid key_;
    std::filesystem::path file_;
    FileLock lock_;
    bool is_repeat_;
};

class PendingKeys {
  public:
    explicit PendingKeys(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // An attempt at this write that nobody is at any more; none when there is none.
    [[nodiscard]] std::optional<PendingAttempt> take_up(const PendingWrite& write,
                                                        Timestamp now) const;
    [[nodiscard]] PendingAttempt begin(const PendingWrite& write, const Uuid& key,
                                       Timestamp now) const;

  private:
    void drop_old(Timestamp now) const;

    std::filesystem::path folder_;
};

}  // namespace palette::cli
