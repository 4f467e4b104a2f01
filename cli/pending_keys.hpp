// The keys of writes whose outcome stayed unknown, so that the same command again is the same
// write: it takes its key up, and what was done is not done twice.
//
// A file for each below <state>/pending, named for a digest of who asked for what. Daemons keep
// keys for 24 hours; older ones are dropped here too.
#pragma once

#include "base/clock.hpp"
#include "base/uuid.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace palette::cli {

// Less than the day that daemons promise, by what clocks may differ.
inline constexpr std::chrono::hours pending_for{23};

struct PendingWrite {
    std::string_view who;
    std::string_view method;
    std::string_view params;  // JSON
};

class PendingKeys {
  public:
    explicit PendingKeys(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] std::optional<Uuid> find(const PendingWrite& write, Timestamp now) const;
    void remember(const PendingWrite& write, const Uuid& key, Timestamp now) const;
    void forget(const PendingWrite& write) const;

  private:
    [[nodiscard]] std::filesystem::path file(const PendingWrite& write) const;
    void drop_old(Timestamp now) const;

    std::filesystem::path folder_;
};

}  // namespace palette::cli
