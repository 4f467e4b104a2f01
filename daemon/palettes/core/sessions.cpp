#include "palettes/core/sessions.hpp"

#include "api/method.hpp"
#include "api/writer.hpp"
#include "auth/encoding.hpp"
#include "auth/opaque.hpp"
#include "auth/token.hpp"
#include "outbox/outbox.hpp"
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

void end(store::WriteTxn& txn, const SessionId& id, const SessionRow& row, Timestamp now) {
    txn.erase(refresh_hashes, row.current);
    txn.erase(refresh_hashes, row.previous);
    txn.erase(sessions_of, {row.user_id, id});
    txn.erase(sessions, id);
    // Its last token may be of before the clock was set back.
    const Timestamp last = std::max(now, row.refreshed_at);
    tell_ended(txn, id, last + access_token_lives + remembered_longer, now);
}

struct Held {
    SessionId id;
    SessionRow row;
};

// Newest first.
std::vector<Held> sessions_held(const store::ReadTxn& txn, std::uint64_t user_id) {
    std::vector<Held> held;
    for (const auto& [key, unused] : txn.scan(sessions_of).under(user_id)) {
        const SessionId id = std::get<1>(key);
        const auto row = txn.get(sessions, id);
        CHECK_INVARIANT(row.has_value());
        held.push_back({id, *row});
    }
    std::ranges::stable_sort(held, std::ranges::greater{},
                             [](const Held& one) { return one.row.created_at; });
    return held;
}

void make_room(store::WriteTxn& txn, std::uint64_t user_id, Timestamp now) {
    const auto held = sessions_held(txn, user_id);
    if (held.size() < most_sessions) return;
    end(txn, held.back().id, held.back().row, now);
}

api::Session tokens_for(const Mint& mint, const api::User& user, const SessionId& id,
                        const auth::Secret& refresh_token, Timestamp now) {
    const Timestamp expires_at = now + access_token_lives;
    const auth::Claims claims{.user_id = user.id.value(),
                              .username = user.username.text(),
                              .session_id = id,
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

api::Session begin_session(store::WriteTxn& txn, const Mint& mint, const api::User& user,
                           Timestamp now) {
    make_room(txn, user.id.value(), now);
    SessionId id{};
    mint.random.fill(std::as_writable_bytes(std::span(id)));
    const auth::Secret token = auth::make_refresh_token(mint.random);
    const SessionRow row{.user_id = user.id.value(),
                         .created_at = now,
                         .refreshed_at = now,
                         .current = hash_of(token)};
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
    if (!id) return service::session_ended();
    SessionRow row = *txn.get(sessions, *id);
    const bool repeated = key && key == row.rotation_key;
    if (*hash != row.current && !repeated) {
        end(txn, *id, row, now);
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
    row.refreshed_at = std::max(row.refreshed_at, now);
    txn.put(sessions, *id, row);
    txn.put(refresh_hashes, row.current, *id);
    return tokens_for(mint, *user, *id, fresh, now);
}

bool end_session(store::WriteTxn& txn, std::uint64_t user_id, const SessionId& id, Timestamp now) {
    const auto row = txn.get(sessions, id);
    if (!row || row->user_id != user_id) return false;
    end(txn, id, *row, now);
    return true;
}

bool end_sessions(store::WriteTxn& txn, std::uint64_t user_id, const std::optional<SessionId>& but,
                  Timestamp now) {
    bool any = false;
    for (const Held& held : sessions_held(txn, user_id)) {
        if (held.id == but) continue;
        end(txn, held.id, held.row, now);
        any = true;
    }
    return any;
}

api::SessionInfos list_sessions(const store::ReadTxn& txn, const service::Caller& caller) {
    api::SessionInfos infos;
    for (const Held& held : sessions_held(txn, caller.id.value())) {
        infos.items.push_back({.id = service::session_name_of(held.id),
                               .created_at = held.row.created_at,
                               .refreshed_at = held.row.refreshed_at,
                               .current = held.id == caller.session});
    }
    return infos;
}

Result<void> admit(const store::ReadTxn& txn, const service::Caller& caller) {
    const auto session = txn.get(sessions, caller.session);
    if (session && session->user_id == caller.id.value()) return {};
    const auto token = txn.get(tokens, {caller.id.value(), caller.session});
    if (token && !token->is_revoked) return {};
    return service::session_ended();
}

void tell_ended(store::WriteTxn& txn, const SessionId& id, Timestamp until, Timestamp now) {
    service::keep_ended(txn, {.session_id = service::session_name_of(id), .until = until}, now);
    outbox::append(txn, ended_event(id, until, now));
}

api::NewEvent ended_event(const SessionId& id, Timestamp until, Timestamp at) {
    const api::SessionName name = service::session_name_of(id);
    const api::EventType& type = api::SessionEnded::event;
    return {.type = *api::Word::from(type.name),
            .subject = *api::Word::from("session/" + name.text()),
            .time = at,
            .topic = *api::Topic::from(type.topic),
            .audience = api::Audience::daemons,
            .revision = 1,
            .data = api::Json(api::to_json(api::SessionEnded{name, until}))};
}

}  // namespace palette::palettes
