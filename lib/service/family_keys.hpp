// paletted's public keys, kept in the daemon's own store: people stay signed in here while paletted
// is away.
//
// Every daemon but paletted has one, and gives its authority what is kept and the way to ask anew.
#pragma once

#include "auth/key_set.hpp"
#include "outbox/surroundings.hpp"
#include "store/table.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace palette::service {

// By key id; for the daemon's list of tables.
inline constexpr store::Table<std::string, std::array<std::uint8_t, 32>> public_keys{"public_keys"};

class FamilyKeys {
  public:
    explicit FamilyKeys(outbox::Surroundings around) : around_(std::move(around)) {}

    // The keys of today, also kept in the store; none while paletted is away. A slow call, for the
    // pool.
    [[nodiscard]] std::optional<auth::KeySet> fetch() const;
    // The keys that were kept last.
    [[nodiscard]] auth::KeySet kept() const;

  private:
    outbox::Surroundings around_;
};

}  // namespace palette::service
