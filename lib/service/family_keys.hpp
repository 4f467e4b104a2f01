// paletted's public keys, kept in the daemon's own store: people stay signed in here while paletted
// is away.
//
// Every daemon but paletted has one. It gives the daemon's authority what is kept, and the way to
// ask anew when a token names another key. When paletted says that its keys are others
// (keys.changed), the daemon's authority follows the commit that keeps them.
#pragma once

#include "api/session.hpp"
#include "outbox/surroundings.hpp"
#include "service/authority.hpp"
#include "store/hooks.hpp"
#include "store/table.hpp"
#include "store/txn.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palette::service {

// By key id; for the daemon's list of tables.
inline constexpr store::Table<std::string, std::array<std::uint8_t, 32>> public_keys{"public_keys"};

// What a sink, or the broker, does with every event: passes over those of other types. Throws
// std::runtime_error for data that no paletted wrote.
void learn_keys(store::WriteTxn& txn, std::string_view event_type, const api::Json& data);

class FamilyKeys {
  public:
    // The authority outlives it, and asks nothing any more when it goes.
    FamilyKeys(outbox::Surroundings around, Authority& authority);

  private:
    // The keys of today, also kept in the store; none while paletted is away. A slow call, for the
    // pool.
    [[nodiscard]] std::optional<auth::KeySet> fetch() const;
    void follow();

    outbox::Surroundings around_;
    Authority& authority_;
    std::vector<auth::PublicKey> followed_;  // of the writer's thread
    store::Hook follow_commits_;
};

}  // namespace palette::service
