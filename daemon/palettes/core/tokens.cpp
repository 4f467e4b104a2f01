#include "palettes/core/tokens.hpp"

#include "api/choice.hpp"
#include "auth/token.hpp"

#include <algorithm>
#include <vector>

namespace palette::palettes {

namespace {

// When no daemon takes it any more.
Timestamp end_of(const TokenRow& row) {
    return row.expires_at + remembered_longer;
}

std::vector<std::string> words_of(const api::TokenScopes& scopes) {
    std::vector<std::string> words;
    for (const api::TokenScope scope : scopes) {
        const auto word = std::string(api::word_of(scope));
        if (std::ranges::find(words, word) == words.end()) words.push_back(word);
    }
    return words;
}

api::TokenScopes scopes_of(const std::vector<std::string>& words) {
    api::TokenScopes scopes{api::Blank{}};
    for (const std::string& word : words) {
        const auto found = std::ranges::find(api::token_scope_words, word);
        CHECK_INVARIANT(found != api::token_scope_words.end());
        scopes.push_back(static_cast<api::TokenScope>(found - api::token_scope_words.begin()));
    }
    return scopes;
}

// The same for the same request of the same person.
SessionId id_for(const Mint& mint, std::uint64_t user_id, const std::optional<Uuid>& key) {
    SessionId id{};
    if (!key) {
        mint.random.fill(std::as_writable_bytes(std::span(id)));
        return id;
    }
    const auth::Secret bytes =
        mint.key.derive("token for a program " + std::to_string(user_id) + " " + to_string(*key));
    std::copy_n(bytes.reveal().begin(), id.size(), id.begin());
    return id;
}

api::NewToken signed_token(const Mint& mint, const service::Caller& owner, const SessionId& id,
                           const TokenRow& row) {
    const auth::Claims claims{.user_id = owner.id.value(),
                              .username = owner.name.text(),
                              .session_id = id,
                              .scopes = row.scopes,
                              .issued_at = row.created_at,
                              .expires_at = row.expires_at};
    return {.id = service::session_name_of(id),
            .name = *api::DisplayName::from(row.name),
            .scopes = scopes_of(row.scopes),
            .token = *api::Token::from(auth::sign(claims, mint.key)),
            .created_at = row.created_at,
            .expires_at = row.expires_at};
}

Result<api::NewToken> again(const Mint& mint, const service::Caller& owner, const SessionId& id,
                            const TokenRow& made, const TokenRow& wanted) {
    const auto life = [](const TokenRow& row) { return row.expires_at.ms - row.created_at.ms; };
    if (made.name == wanted.name && made.scopes == wanted.scopes && life(made) == life(wanted) &&
        !made.is_revoked) {
        return signed_token(mint, owner, id, made);
    }
    return refuse(ErrorKind::aborted, "key", "this key was used for another request",
                  "leave --key out, or repeat the request unchanged");
}

// Erases the rows of those that have ended by themselves.
void forget_ended(store::WriteTxn& txn, std::uint64_t user_id, Timestamp now) {
    for (const auto& [key, row] : txn.scan(tokens).under(user_id)) {
        if (end_of(row) < now) txn.erase(tokens, key);
    }
}

std::size_t count_in_force(const store::ReadTxn& txn, std::uint64_t user_id, Timestamp now) {
    std::size_t count = 0;
    for (const auto& [key, row] : txn.scan(tokens).under(user_id)) {
        if (end_of(row) >= now) ++count;
    }
    return count;
}

}  // namespace

Result<api::NewToken> create_token(store::WriteTxn& txn, const Mint& mint,
                                   const service::Caller& owner, const api::CreateToken& wanted,
                                   const std::optional<Uuid>& key, Timestamp now) {
    const std::uint64_t user_id = owner.id.value();
    const TokenRow row{.name = wanted.name.text(),
                       .scopes = words_of(wanted.scopes),
                       .created_at = now,
                       .expires_at = now + std::chrono::seconds(wanted.life_s.number())};
    const SessionId id = id_for(mint, user_id, key);
    if (const auto made = txn.get(tokens, {user_id, id})) {
        return again(mint, owner, id, *made, row);
    }
    if (!txn.has(users, user_id)) return service::session_ended();
    if (count_in_force(txn, user_id, now) >= most_tokens) {
        return refuse(ErrorKind::resource_exhausted, "",
                      "a person has at most " + std::to_string(most_tokens) +
                          " tokens, revoked ones counted until they would have ended",
                      "make tokens that end sooner, with --expires");
    }
    forget_ended(txn, user_id, now);
    txn.put(tokens, {user_id, id}, row);
    return signed_token(mint, owner, id, row);
}

api::TokenInfos list_tokens(const store::ReadTxn& txn, std::uint64_t user_id, Timestamp now) {
    std::vector<api::TokenInfo> infos;
    for (const auto& [key, row] : txn.scan(tokens).under(user_id)) {
        if (row.is_revoked || row.expires_at <= now) continue;
        infos.push_back({.id = service::session_name_of(std::get<1>(key)),
                         .name = *api::DisplayName::from(row.name),
                         .scopes = scopes_of(row.scopes),
                         .created_at = row.created_at,
                         .expires_at = row.expires_at});
    }
    std::ranges::stable_sort(infos, std::ranges::greater{}, &api::TokenInfo::created_at);
    api::TokenInfos page;
    page.items = decltype(page.items)(std::move(infos));
    return page;
}

bool revoke_token(store::WriteTxn& txn, std::uint64_t user_id, const SessionId& id, Timestamp now) {
    auto row = txn.get(tokens, {user_id, id});
    if (!row || row->is_revoked) return false;
    row->is_revoked = true;
    txn.put(tokens, {user_id, id}, *row);
    tell_ended(txn, id, end_of(*row), now);
    return true;
}

void end_tokens(store::WriteTxn& txn, std::uint64_t user_id, Timestamp now) {
    while (const auto one = txn.scan(tokens).under(user_id).first()) {
        if (!one->value.is_revoked) tell_ended(txn, std::get<1>(one->key), end_of(one->value), now);
        txn.erase(tokens, one->key);
    }
}

}  // namespace palette::palettes
