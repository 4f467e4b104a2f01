#include "service/authority.hpp"

namespace palette::service {

void Authority::use_keys(auth::KeySet keys) {
    auto fresh = std::make_shared<const auth::KeySet>(std::move(keys));
    const std::lock_guard guard(mutex_);
    if (*fresh == *keys_) return;
    keys_ = std::move(fresh);
    is_outdated_ = true;
}

void Authority::fetch_unknown_keys_with(FetchKeys fetch) {
    const std::lock_guard guard(fetching_);
    fetch_ = std::move(fetch);
}

std::shared_ptr<const auth::KeySet> Authority::keys() const {
    const std::lock_guard guard(mutex_);
    return keys_;
}

const auth::Claims* Authority::cached(std::string_view token, Timestamp now) {
    if (is_outdated_.exchange(false)) cache_.emplace();
    return cache_->find(token, now);
}

void Authority::remember(std::string_view token, const auth::Claims& claims) {
    cache_->put(token, claims);
}

Result<void> Authority::judge_form(std::string_view token, Timestamp now) {
    const auto claims = auth::read_unverified(token, now);
    if (!claims) return refuse(claims.error());
    return {};
}

Result<auth::Claims> Authority::verify(std::string_view token, Timestamp now) {
    const auto key_id = auth::key_id_of(token);
    if (key_id && keys()->find(*key_id) == nullptr && !fetch_keys(*key_id)) {
        return refuse({.kind = ErrorKind::unavailable,
                       .message = "the key of this access token is not known here yet, and whoever "
                                  "has it does not answer",
                       .field = "auth",
                       .retry_after_ms = fetch_again_after.count()});
    }
    return auth::verify(token, *keys(), now);
}

// False when nobody answered: then an unknown key means nothing. Who comes while another asks waits
// for that answer. keys_ is not locked meanwhile: it may take seconds.
bool Authority::fetch_keys(std::string_view wanted) {
    const std::lock_guard guard(fetching_);
    if (keys()->find(wanted) != nullptr || !fetch_) return true;
    if (std::chrono::steady_clock::now() < ask_again_at_) return answered_;
    auto keys = fetch_();
    // From the answer on, not from the question: those who waited for it must not ask again.
    ask_again_at_ = std::chrono::steady_clock::now() + fetch_again_after;
    answered_ = keys.has_value();
    if (keys) use_keys(*std::move(keys));
    return answered_;
}

std::optional<Caller> caller_of(const auth::Claims& claims) {
    const auto name = api::Username::from(claims.username);
    const auto id = api::UserId::from(static_cast<std::int64_t>(claims.user_id));
    if (!name || !id) return std::nullopt;
    return Caller{*id, *name, claims.session_id, claims.expires_at};
}

}  // namespace palette::service
