// Who may call: verified access tokens, cached until they expire.
//
// cached() and remember() belong to the server's thread. verify() is for the pool: a signature
// takes some 50 µs, which no other request should wait for. Keys may be replaced from any thread.
#pragma once

#include "auth/key_set.hpp"
#include "auth/token.hpp"
#include "auth/token_cache.hpp"
#include "base/clock.hpp"
#include "service/call.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

namespace palette::service {

class Authority {
  public:
    static constexpr std::chrono::milliseconds fetch_again_after{1'000};

    // Asked, in the pool, when a token names a key that is not known: fetches the keys of today.
    // None when whoever has them does not answer. Forged tokens can name any key, so it is asked at
    // most once in fetch_again_after.
    using FetchKeys = std::function<std::optional<auth::KeySet>()>;

    // When they are others than before, what was verified with those is forgotten.
    void use_keys(auth::KeySet keys);
    void fetch_unknown_keys_with(FetchKeys fetch);

    // Null when it was not verified yet, or has ended. Lives until the next call.
    [[nodiscard]] const auth::Claims* cached(std::string_view token, Timestamp now);
    void remember(std::string_view token, const auth::Claims& claims);
    // Form, audience and times, without the signature. Any thread.
    [[nodiscard]] static Result<void> judge_form(std::string_view token, Timestamp now);
    // Signature and all. `unavailable` when the token's key could not be asked for.
    [[nodiscard]] Result<auth::Claims> verify(std::string_view token, Timestamp now);

  private:
    [[nodiscard]] bool fetch_keys(std::string_view wanted);
    [[nodiscard]] std::shared_ptr<const auth::KeySet> keys() const;

    std::optional<auth::TokenCache> cache_{std::in_place};
    std::atomic<bool> is_outdated_ = false;  // the cache: it was verified with other keys
    mutable std::mutex mutex_;
    // Guarded by mutex_.
    std::shared_ptr<const auth::KeySet> keys_ = std::make_shared<const auth::KeySet>();
    std::mutex fetching_;  // held while keys are asked for; guards what follows
    FetchKeys fetch_;
    std::chrono::steady_clock::time_point ask_again_at_{};
    bool answered_ = true;  // whether they were given then
};

// None when the claims name nobody who could be a user.
[[nodiscard]] std::optional<Caller> caller_of(const auth::Claims& claims);

}  // namespace palette::service
