#include "palettes/core/accounts.hpp"

#include "api/writer.hpp"
#include "outbox/outbox.hpp"

#include <algorithm>
#include <array>

namespace palette::palettes {

namespace {

// What a reference, a route or a person's trust could mistake for the system itself.
constexpr std::array<std::string_view, 24> reserved_names{
    "admin",    "administrator", "all",        "anonymous", "api",    "broker",
    "everyone", "help",          "me",         "moderator", "nobody", "none",
    "null",     "operator",      "palettectl", "palette",   "public", "root",
    "security", "staff",         "support",    "system",    "users",  "you"};

bool is_reserved(std::string_view name) {
    return std::find(reserved_names.begin(), reserved_names.end(), name) != reserved_names.end();
}

}  // namespace

Result<void> check_new_username(const api::Username& name) {
    if (!is_reserved(name.text())) return {};
    return refuse(ErrorKind::invalid_argument, "username", name.text() + " is a reserved name",
                  "choose another one");
}

tl::unexpected<Error> name_taken(const api::Username& name) {
    return refuse(ErrorKind::already_exists, "username", "the name " + name.text() + " is taken",
                  "choose another one, or sign in with: palettectl login " + name.text());
}

Result<api::User> open_account(store::WriteTxn& txn, const api::Username& name,
                               const std::string& password_hash, const std::optional<Uuid>& key,
                               Timestamp now) {
    if (txn.has(user_ids, name.text())) return name_taken(name);
    const std::uint64_t id = txn.next_id(user_sequence);
    txn.put(users, id, {name.text(), "", "", now});
    txn.put(user_ids, name.text(), id);
    txn.put(password_hashes, id, password_hash);
    if (key) txn.put(registration_keys, id, *key);
    const api::User user{.id = api::UserId::clamped(id),
                         .username = name,
                         .display_name = api::DisplayName(""),
                         .bio = api::Description(""),
                         .created_at = now};
    outbox::append(txn, registered_event(user, now));
    return user;
}

bool was_opened_under(const store::ReadTxn& txn, const api::Username& name,
                      const std::optional<Uuid>& key) {
    const auto id = txn.get(user_ids, name.text());
    return id && key && txn.get(registration_keys, *id) == key;
}

std::optional<api::User> find_user(const store::ReadTxn& txn, std::uint64_t id) {
    const auto row = txn.get(users, id);
    if (!row) return std::nullopt;
    return api::User{.id = api::UserId::clamped(id),
                     .username = *api::Username::from(row->username),
                     .display_name = *api::DisplayName::from(row->display_name),
                     .bio = *api::Description::from(row->bio),
                     .created_at = row->created_at};
}

api::NewEvent registered_event(const api::User& user, Timestamp at) {
    using Registered = api::UserRegistered;
    return api::new_event(Registered::event,
                          {.kind = "user",
                           .id = user.id.value(),
                           .time = at,
                           .audience = api::Audience::public_,
                           .revision = 1},
                          api::to_json(Registered{user}));
}

}  // namespace palette::palettes
