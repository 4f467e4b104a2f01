// The rules of accounts: a name is taken once and for good. How one ends is in deletion.hpp.
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
// None for a name that nobody has, or has any more.
[[nodiscard]] std::optional<std::uint64_t> find_user_id(const store::ReadTxn& txn,
                                                        const api::Username& name);
// not_found: `field` is the parameter that names them.
[[nodiscard]] tl::unexpected<Error> no_user(std::string_view field, const api::Username& name);

[[nodiscard]] Result<api::Profile> find_profile(const store::ReadTxn& txn,
                                                const api::Username& name);
// When nothing differs, nothing happens. There must be such a user.
[[nodiscard]] api::Profile edit_profile(store::WriteTxn& txn, std::uint64_t id,
                                        const api::EditUser& wanted, Timestamp now);
// What is said of the stars given to their palettes.
struct Standing {
    std::optional<api::MeanStars> rating{};
    api::Count ratings = 0;
};
[[nodiscard]] Standing standing_of(const store::ReadTxn& txn, std::uint64_t id);

// The events that tell of a user: new or in a snapshot; gone, after which `revision` is the last.
[[nodiscard]] api::NewEvent registered_event(const api::User& user, api::Revision revision,
                                             Timestamp at);
[[nodiscard]] api::NewEvent left_event(std::uint64_t id, std::uint64_t revision, Timestamp at);

}  // namespace palette::palettes
