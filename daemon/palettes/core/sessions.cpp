#include "palettes/core/sessions.hpp"

#include "api/method.hpp"
#include "auth/encoding.hpp"
#include "auth/opaque.hpp"
#include "auth/token.hpp"
#include "palettes/core/accounts.hpp"

#include <algorithm>
#include <vector>

namespace palette::palettes {

namespace {

std::vector<std::string> all_scopes() {
    std::vector<std::string> scopes;
    for (const std::string_view word : api::scope_words) {
        if (!word.empty()) scopes.emplace_back(word);
    }
    return scopes;
}

void erase_session(store::WriteTxn& txn, const SessionId& id, const SessionRow& row) {
    txn.erase(refresh_hashes, row.current);
    txn.erase(refresh_hashes, row.previous);
    txn.erase(sessions_of, {row.user_id, id});
    txn.erase(sessions, id);
}

void make_room(store::WriteTxn& txn, std::uint64_t user_id) {
    std::vector<std::pair<Timestamp, SessionId>> alive;
    for (const auto& [key, unused] : txn.scan(sessions_of).under(user_id)) {
        const SessionId id = std::get<1>(key);
        if (const auto row = txn.get(sessions, id)) alive.emplace_back(row->created_at, id);
    }
    if (alive.size() < most_sessions) return;
    const auto oldest = std::min_element(alive.begin(), alive.end());
    erase_session(txn, oldest->second, *txn.get(sessions, oldest->second));
}

api::Session tokens_for(const Mint& mint, const api::User& user, const SessionId& id,
                        const auth::Secret& refresh_token, Timestamp now) {
    const Timestamp expires_at = now + access_token_lives;
    const auth::Claims claims{.user_id = user.id.value(),
                              .username = user.username.text(),
                              .session_id = in_hex(id),
                              .scopes = all_scopes(),
                              .issued_at = now,
                              .expires_at = expires_at};
    return {.user = user,
            .access_token = *api::Token::from(auth::sign(claims, mint.key)),
            .refresh_token = *api::Token::from(refresh_token.reveal()),
            .expires_at = expires_at};
}

RefreshHash hash_of(const auth::Secret& refresh_token) {
    const auto hash = auth::hash_refresh_token(refresh_token.reveal());
    CHECK_INVARIANT(hash.has_value());
    return *hash;
}

}  // namespace

tl::unexpected<Error> session_ended() {
    return refuse(ErrorKind::unauthenticated, "refresh_token", "the session has ended",
                  "sign in again with: palettectl login NAME");
}

api::Session begin_session(store::WriteTxn& txn, const Mint& mint, const api::User& user,
                           Timestamp now) {
    make_room(txn, user.id.value());
    SessionId id{};
    mint.random.fill(std::as_writable_bytes(std::span(id)));
    const auth::Secret token = auth::make_refresh_token(mint.random);
    const SessionRow row{.user_id = user.id.value(), .created_at = now, .current = hash_of(token)};
    txn.put(sessions, id, row);
    txn.put(sessions_of, {row.user_id, id}, 1);
    txn.put(refresh_hashes, row.current, id);
    return tokens_for(mint, user, id, token, now);
}

Result<std::optional<api::Session>> refresh_session(store::WriteTxn& txn, const Mint& mint,
                                                    const api::Token& token,
                                                    const std::optional<Uuid>& key, Timestamp now) {
    const auto hash = auth::hash_refresh_token(token.text());
    if (!hash) return refuse(hash.error());
    const auto id = txn.get(refresh_hashes, *hash);
    if (!id) return session_ended();
    SessionRow row = *txn.get(sessions, *id);
    const bool repeated = key && key == row.rotation_key;
    if (*hash != row.current && !repeated) {
        erase_session(txn, *id, row);
        return std::nullopt;
    }

    const auto user = find_user(txn, row.user_id);
    CHECK_INVARIANT(user.has_value());
    const auth::Secret fresh = key ? auth::derive_refresh_token(mint.key, *hash, *key)
                                   : auth::make_refresh_token(mint.random);
    if (*hash == row.current) {
        txn.erase(refresh_hashes, row.previous);
        row.previous = row.current;
    } else {
        // What the repeat puts in its place is the same, unless the signing key was changed since.
        txn.erase(refresh_hashes, row.current);
    }
    row.current = hash_of(fresh);
    row.rotation_key = key;
    txn.put(sessions, *id, row);
    txn.put(refresh_hashes, row.current, *id);
    return tokens_for(mint, *user, *id, fresh, now);
}

bool end_session(store::WriteTxn& txn, const service::Caller& caller) {
    const auto id = auth::from_hex<std::tuple_size_v<SessionId>>(caller.session);
    if (!id) return false;
    const auto row = txn.get(sessions, *id);
    if (row) erase_session(txn, *id, *row);
    return row.has_value();
}

bool end_all_sessions(store::WriteTxn& txn, const service::Caller& caller) {
    const std::uint64_t user_id = caller.id.value();
    bool any = false;
    while (const auto one = txn.scan(sessions_of).under(user_id).first()) {
        const SessionId id = std::get<1>(one->key);
        erase_session(txn, id, *txn.get(sessions, id));
        any = true;
    }
    return any;
}

bool is_alive(const store::ReadTxn& txn, const service::Caller& caller) {
    const auto id = auth::from_hex<std::tuple_size_v<SessionId>>(caller.session);
    return id && txn.has(sessions, *id);
}

}  // namespace palette::palettes
