// The key that signs access tokens, kept in paletted's own store.
#pragma once

#include "auth/keys.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "store/store.hpp"

#include <vector>

namespace palette::palettes {

struct Keys {
    auth::SigningKey signing;                // the newest
    std::vector<auth::PublicKey> verifying;  // all, newest first
};

// Makes the first key in a new store. Throws std::runtime_error when it cannot be kept.
[[nodiscard]] Keys load_keys(store::Store& store, const Clock& clock, Random& random);

}  // namespace palette::palettes
