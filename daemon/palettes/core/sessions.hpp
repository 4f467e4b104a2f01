// The rules of sessions: signing in begins one, refreshing replaces its refresh token, and a
// refresh token that is used a second time ends it, because one of the two users has stolen it.
// Source: RFC 9700, section 4.14.2.
#pragma once

#include "api/user.hpp"
#include "auth/keys.hpp"
#include "base/random.hpp"
#include "palettes/tables.hpp"
#include "service/call.hpp"
#include "store/txn.hpp"

#include <chrono>
#include <optional>

namespace palette::palettes {

inline constexpr std::chrono::minutes access_token_lives{15};
// The oldest session ends when a person begins one more.
inline constexpr std::size_t most_sessions = 100;

// What tokens are made with.
struct Mint {
    const auth::SigningKey& key;
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
[[nodiscard]] tl::unexpected<Error> session_ended();

// Whether there was such a session.
[[nodiscard]] bool end_session(store::WriteTxn& txn, const service::Caller& caller);
[[nodiscard]] bool end_all_sessions(store::WriteTxn& txn, const service::Caller& caller);

[[nodiscard]] bool is_alive(const store::ReadTxn& txn, const service::Caller& caller);

}  // namespace palette::palettes
