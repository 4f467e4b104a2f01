// Tokens whose signature was verified, so that a session pays for it once and not at every request.
//
// Entries are found by the token's digest: the tokens themselves are not kept. Only what verify()
// accepted may be put in. Bounded: the entry put in first makes room. A token stays until it
// expires, whatever becomes of its session. One thread owns it; nothing here locks.
#pragma once

#include "auth/claims.hpp"
#include "auth/digest.hpp"
#include "base/clock.hpp"

#include <cstddef>
#include <list>
#include <string_view>
#include <unordered_map>

namespace palette::auth {

// Some 600 bytes each, 40 MB in all: a quarter of an hour of as many people at once.
inline constexpr std::size_t most_cached_tokens = 65'536;

class TokenCache {
  public:
    // At least one entry.
    explicit TokenCache(std::size_t most_entries = most_cached_tokens);
    // The index holds places in the list.
    TokenCache(const TokenCache&) = delete;
    TokenCache& operator=(const TokenCache&) = delete;

    // Null when it is not there or its claims have ended. Lives until the next call. O(1).
    [[nodiscard]] const Claims* find(std::string_view token, Timestamp now);
    // Replaces what is there for the same token. O(1).
    void put(std::string_view token, const Claims& claims);

    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    struct Entry {
        Digest digest;
        Claims claims;
    };
    using Entries = std::list<Entry>;
    // The first bytes of a digest are as good as any hash. Nobody can choose them so that they
    // meet: what is put in was signed by us.
    struct FirstBytes {
        std::size_t operator()(const Digest& digest) const;
    };

    void erase(Entries::iterator entry);

    std::size_t most_entries_;
    Entries entries_;  // the oldest first
    std::unordered_map<Digest, Entries::iterator, FirstBytes> by_digest_;
};

}  // namespace palette::auth
