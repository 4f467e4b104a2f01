// The rules of sessions: signing in begins one, refreshing replaces its refresh token, and a
// refresh token that is used a second time ends it, because one of the two users has stolen it.
// Source: RFC 9700, section 4.14.2.
#pragma once

#include "api/session.hpp"
#include "auth/keys.hpp"
#include "base/random.hpp"
#include "palettes/tables.hpp"
#include "service/call.hpp"
#include "store/txn.hpp"

#include <chrono>
#include <optional>

namespace palette::palettes {

inline constexpr std::chrono::minutes access_token_lives{15};
// An ended session is remembered for longer than its last token lives: by how far clocks differ,
// and by how long a request may have waited in line.
inline constexpr std::chrono::minutes remembered_longer{2};
// The oldest session ends when a person begins one more.
inline constexpr std::size_t most_sessions = api::most_sessions_a_person;

// What tokens are made with.
struct Mint {
    auth::SigningKey key;
    Random& random;
};

[[nodiscard]] api::Session begin_session(store::WriteTxn& txn, const Mint& mint,
                                         const api::User& user, Timestamp now);

// unauthenticated when the token is of no session. None when it was used before: then the session
// is ended, which must be committed before the refusal is told. A repeat under the key of the
// request that used it gets that request's refresh token again: its answer was lost.
[[nodiscard]] Result<std::optional<api::Session>> refresh_session(store::WriteTxn& txn,
                                                                  const Mint& mint,
                                                                  const api::Token& token,
                                                                  const std::optional<Uuid>& key,
                                                                  Timestamp now);

// Each end is told to the family. Whether there was such a session of this person.
[[nodiscard]] bool end_session(store::WriteTxn& txn, std::uint64_t user_id, const SessionId& id,
                               Timestamp now);
// All of them but one, if one is to stay. Whether there was any.
bool end_sessions(store::WriteTxn& txn, std::uint64_t user_id, const std::optional<SessionId>& but,
                  Timestamp now);

// Newest first. `current` is that of the caller.
[[nodiscard]] api::SessionInfos list_sessions(const store::ReadTxn& txn,
                                              const service::Caller& caller);

// Refuses (unauthenticated) when the caller's session, or token for programs, has ended.
[[nodiscard]] Result<void> admit(const store::ReadTxn& txn, const service::Caller& caller);

// The event by which other daemons refuse its tokens, and the row by which the snapshot tells of
// it.
void tell_ended(store::WriteTxn& txn, const SessionId& id, Timestamp until, Timestamp now);
[[nodiscard]] api::NewEvent ended_event(const SessionId& id, Timestamp until, Timestamp at);

}  // namespace palette::palettes
