#include "service/authority.hpp"

namespace palette::service {

void Authority::use_keys(auth::KeySet keys) {
    auto fresh = std::make_shared<const auth::KeySet>(std::move(keys));
    const std::lock_guard guard(mutex_);
    keys_ = std::move(fresh);
}

void Authority::fetch_unknown_keys_with(FetchKeys fetch) {
    const std::lock_guard guard(mutex_);
    fetch_ = std::move(fetch);
}

std::shared_ptr<const auth::KeySet> Authority::keys() const {
    const std::lock_guard guard(mutex_);
    return keys_;
}

const auth::Claims* Authority::cached(std::string_view token, Timestamp now) {
    return cache_.find(token, now);
}

void Authority::remember(std::string_view token, const auth::Claims& claims) {
    cache_.put(token, claims);
}

Result<void> Authority::judge_form(std::string_view token, Timestamp now) {
    const auto claims = auth::read_unverified(token, now);
    if (!claims) return refuse(claims.error());
    return {};
}

Result<auth::Claims> Authority::verify(std::string_view token, Timestamp now) {
    const auto key_id = auth::key_id_of(token);
    if (key_id && keys()->find(*key_id) == nullptr) fetch_keys(now);
    return auth::verify(token, *keys(), now);
}

// Asks without holding the mutex: an answer may take seconds.
void Authority::fetch_keys(Timestamp now) {
    FetchKeys fetch;
    {
        const std::lock_guard guard(mutex_);
        if (!fetch_ || now < fetched_at_ + fetch_again_after) return;
        fetched_at_ = now;
        fetch = fetch_;
    }
    if (auto keys = fetch()) use_keys(std::move(*keys));
}

std::optional<Caller> caller_of(const auth::Claims& claims) {
    const auto name = api::Username::from(claims.username);
    const auto id = api::UserId::from(static_cast<std::int64_t>(claims.user_id));
    if (!name || !id) return std::nullopt;
    return Caller{*id, *name, claims.session_id, claims.expires_at};
}

}  // namespace palette::service
