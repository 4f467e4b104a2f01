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

api::User user_in(const UserRow& row, std::uint64_t id) {
    return {.id = api::UserId::clamped(id),
            .username = *api::Username::from(row.username),
            .display_name = *api::DisplayName::from(row.display_name),
            .bio = *api::Description::from(row.bio),
            .created_at = row.created_at};
}

api::Profile profile_of(const store::ReadTxn& txn, const api::User& user) {
    const Standing standing = standing_of(txn, user.id.value());
    return {.id = user.id,
            .username = user.username,
            .display_name = user.display_name,
            .bio = user.bio,
            .created_at = user.created_at,
            .rating = standing.rating,
            .ratings = standing.ratings};
}

api::NewEvent telling(const api::EventType& type, const api::User& user, std::uint64_t revision,
                      Timestamp at) {
    return api::new_event(type,
                          {.kind = "user",
                           .id = user.id.value(),
                           .time = at,
                           .audience = api::Audience::public_,
                           .revision = revision},
                          api::to_json(api::UserRegistered{user}));
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
    const UserRow row{.username = name.text(), .created_at = now};
    txn.put(users, id, row);
    txn.put(user_ids, name.text(), id);
    txn.put(password_hashes, id, password_hash);
    if (key) txn.put(registration_keys, id, *key);
    const api::User user = user_in(row, id);
    outbox::append(txn, registered_event(user, 1, now));
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
    return user_in(*row, id);
}

std::optional<std::uint64_t> find_user_id(const store::ReadTxn& txn, const api::Username& name) {
    const auto id = txn.get(user_ids, name.text());
    if (!id || !txn.has(users, *id)) return std::nullopt;
    return id;
}

tl::unexpected<Error> no_user(std::string_view field, const api::Username& name) {
    return refuse(ErrorKind::not_found, field, "there is nobody called " + name.text());
}

Result<api::Profile> find_profile(const store::ReadTxn& txn, const api::Username& name) {
    const auto id = find_user_id(txn, name);
    if (!id) return no_user("name", name);
    return profile_of(txn, *find_user(txn, *id));
}

api::Profile edit_profile(store::WriteTxn& txn, std::uint64_t id, const api::EditUser& wanted,
                          Timestamp now) {
    auto row = txn.get(users, id);
    CHECK_INVARIANT(row.has_value());
    const std::string name = wanted.display_name ? wanted.display_name->text() : row->display_name;
    const std::string bio = wanted.bio ? wanted.bio->text() : row->bio;
    if (name != row->display_name || bio != row->bio) {
        row->display_name = name;
        row->bio = bio;
        ++row->revision;
        txn.put(users, id, *row);
        outbox::append(
            txn, telling(api::UserRegistered::changed, user_in(*row, id), row->revision, now));
    }
    return profile_of(txn, user_in(*row, id));
}

Standing standing_of(const store::ReadTxn& txn, std::uint64_t id) {
    const auto row = txn.get(standings, id).value_or(StandingRow{});
    return {.rating = api::MeanStars::mean(row.stars, row.ratings),
            .ratings = api::Count::clamped(row.ratings)};
}

api::NewEvent registered_event(const api::User& user, api::Revision revision, Timestamp at) {
    return telling(api::UserRegistered::event, user, revision.value(), at);
}

api::NewEvent left_event(std::uint64_t id, std::uint64_t revision, Timestamp at) {
    return api::new_event(api::UserDeleted::event,
                          {.kind = "user",
                           .id = id,
                           .time = at,
                           .audience = api::Audience::public_,
                           .revision = revision,
                           .erases = true},
                          api::to_json(api::UserDeleted{api::UserId::clamped(id)}));
}

}  // namespace palette::palettes
