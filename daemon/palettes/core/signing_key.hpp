// The key that signs access tokens, kept in paletted's own store and read from there whenever
// something is signed: there is no copy in memory that could outlive it.
#pragma once

#include "api/session.hpp"
#include "auth/keys.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "store/txn.hpp"

#include <vector>

namespace palette::palettes {

// Makes the only key that signs and verifies from now on.
void replace_signing_key(store::WriteTxn& txn, Random& random, Timestamp now);

// The newest. A store without any is a bug: one is made before anybody is answered.
[[nodiscard]] auth::SigningKey signing_key(const store::ReadTxn& txn);
// Of all that verify, the newest first.
[[nodiscard]] std::vector<auth::PublicKey> public_keys(const store::ReadTxn& txn);
[[nodiscard]] api::PublicKeys listed_keys(const store::ReadTxn& txn);
// What tells of them.
[[nodiscard]] api::NewEvent keys_event(const store::ReadTxn& txn, Timestamp at);

}  // namespace palette::palettes
