// The rules of accounts: a name is taken once and for good.
#pragma once

#include "api/event.hpp"
#include "api/user.hpp"
#include "palettes/tables.hpp"
#include "store/txn.hpp"

#include <optional>

namespace palette::palettes {

// invalid_argument for a name that people could take for a part of the system, such as "admin".
[[nodiscard]] Result<void> check_new_username(const api::Username& name);

[[nodiscard]] tl::unexpected<Error> name_taken(const api::Username& name);

// already_exists when the name is or was somebody's. `key` is that of the request, if it has one.
[[nodiscard]] Result<api::User> open_account(store::WriteTxn& txn, const api::Username& name,
                                             const std::string& password_hash,
                                             const std::optional<Uuid>& key, Timestamp now);

// Whether a request under this key opened the account, so that another one repeats it.
[[nodiscard]] bool was_opened_under(const store::ReadTxn& txn, const api::Username& name,
                                    const std::optional<Uuid>& key);

[[nodiscard]] std::optional<api::User> find_user(const store::ReadTxn& txn, std::uint64_t id);

// The event that tells consumers of a user, new or in a snapshot.
[[nodiscard]] api::NewEvent registered_event(const api::User& user, Timestamp at);

}  // namespace palette::palettes
