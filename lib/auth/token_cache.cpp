#include "auth/token_cache.hpp"

#include "auth/token.hpp"
#include "base/check.hpp"

#include <cstring>

namespace palette::auth {

std::size_t TokenCache::FirstBytes::operator()(const Digest& digest) const {
    std::size_t hash = 0;
    static_assert(sizeof hash <= sizeof(Digest));
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

TokenCache::TokenCache(std::size_t most_entries) : most_entries_(most_entries) {
    CHECK_INVARIANT(most_entries > 0);
}

const Claims* TokenCache::find(std::string_view token, Timestamp now) {
    const auto at = by_digest_.find(digest(token));
    if (at == by_digest_.end()) return nullptr;
    const auto entry = at->second;
    if (have_ended(entry->claims, now)) {
        erase(entry);
        return nullptr;
    }
    return &entry->claims;
}

void TokenCache::put(std::string_view token, const Claims& claims) {
    const Digest name = digest(token);
    if (const auto at = by_digest_.find(name); at != by_digest_.end()) erase(at->second);
    if (entries_.size() == most_entries_) erase(entries_.begin());
    const auto entry = entries_.insert(entries_.end(), Entry{name, claims});
    by_digest_.emplace(name, entry);
}

void TokenCache::erase(Entries::iterator entry) {
    by_digest_.erase(entry->digest);
    entries_.erase(entry);
}

}  // namespace palette::auth
