// The public keys that access tokens may be signed with now: the newest, and those it followed
// whose tokens still live. A snapshot: it never changes, a rotation makes another one. Any thread.
#pragma once

#include "auth/keys.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palette::auth {

class KeySet {
  public:
    // More than one rotation needs, few enough to be looked through.
    static constexpr std::size_t most_keys = 8;

    // Verifies nothing.
    KeySet() = default;
    // Refuses more than most_keys with out_of_range.
    [[nodiscard]] static Result<KeySet> of(std::span<const PublicKey> keys);

    // Null when no key has that id. Lives as long as the set.
    [[nodiscard]] const PublicKey* find(std::string_view key_id) const;

    friend bool operator==(const KeySet&, const KeySet&) = default;

  private:
    struct Named {
        std::string id;
        PublicKey key;

        friend bool operator==(const Named&, const Named&) = default;
    };
    std::vector<Named> keys_;
};

}  // namespace palette::auth
