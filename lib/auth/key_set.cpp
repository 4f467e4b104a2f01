#include "auth/key_set.hpp"

#include <algorithm>

namespace palette::auth {

Result<KeySet> KeySet::of(std::span<const PublicKey> keys) {
    if (keys.size() > most_keys) {
        return refuse(ErrorKind::out_of_range, "keys",
                      "keys: expected at most " + std::to_string(most_keys) + ", not " +
                          std::to_string(keys.size()));
    }
    KeySet set;
    for (const PublicKey& key : keys)
        set.keys_.push_back({key.id(), key});
    return set;
}

const PublicKey* KeySet::find(std::string_view key_id) const {
    const auto at = std::ranges::find(keys_, key_id, &Named::id);
    return at == keys_.end() ? nullptr : &at->key;
}

}  // namespace palette::auth
