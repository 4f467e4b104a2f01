// The rules of tokens for programs. The registry keeps what a token is for and how long it is good,
// never the token: it is signed again when the request that made it is repeated.
#pragma once

#include "api/token.hpp"
#include "palettes/core/sessions.hpp"
#include "palettes/tables.hpp"

namespace palette::palettes {

inline constexpr std::size_t most_tokens = api::most_tokens_a_person;

// resource_exhausted when the person has as many as one may. Under the key of a request that made
// one: the same token again, or `aborted` when that was another request.
[[nodiscard]] Result<api::NewToken> create_token(store::WriteTxn& txn, const Mint& mint,
                                                 const service::Caller& owner,
                                                 const api::CreateToken& wanted,
                                                 const std::optional<Uuid>& key, Timestamp now);

// Those that are good, newest first.
[[nodiscard]] api::TokenInfos list_tokens(const store::ReadTxn& txn, std::uint64_t user_id,
                                          Timestamp now);

// Whether there was such a token of this person that was good.
[[nodiscard]] bool revoke_token(store::WriteTxn& txn, std::uint64_t user_id, const SessionId& id,
                                Timestamp now);
// Of somebody who leaves.
void end_tokens(store::WriteTxn& txn, std::uint64_t user_id, Timestamp now);

}  // namespace palette::palettes
