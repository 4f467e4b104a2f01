#include "auth/secret.hpp"
#include "palettes/core/accounts.hpp"
#include "palettes/core/deletion.hpp"
#include "palettes/core/sessions.hpp"
#include "palettes/core/signing_key.hpp"
#include "palettes/core/tokens.hpp"
#include "palettes/methods.hpp"

namespace palette::palettes {

using service::Call;

namespace {

auth::Secret secret_of(const api::SecretText& given) {
    return auth::Secret(std::string(given.text()));
}

// The same answer, whether a name or a password is wrong.
tl::unexpected<Error> wrong_password(std::string_view field, std::string message) {
    return refuse(ErrorKind::unauthenticated, field, std::move(message));
}

tl::unexpected<Error> wrong_name_or_password() {
    return wrong_password("password", "wrong name or password");
}

// Whether nobody has changed it, or left, since it was verified.
bool still_holds(const store::ReadTxn& txn, const Verified& who) {
    return txn.get(password_hashes, who.user_id) == who.kept_hash;
}

}  // namespace

Result<NewPassword> Answers::prepare(const Call<api::RegisterUser>& call) const {
    const api::Username& name = call.params.username;
    if (auto allowed = check_new_username(name); !allowed) return refuse(allowed.error());
    if (was_opened_under(store_.read(), name, call.key)) {
        auto known = verify(name, call.params.password);
        if (!known) return name_taken(name);
        return NewPassword{.known = std::move(known)};
    }
    if (store_.read().has(user_ids, name.text())) return name_taken(name);
    const auth::Secret password = secret_of(call.params.password);
    const auto good = auth::check_new_password(password, name.text());
    if (!good) return refuse(good.error());
    return NewPassword{.hash = hasher_.hash(password)};
}

Result<api::Session> Answers::operator()(const Call<api::RegisterUser>& call,
                                         const NewPassword& password, store::WriteTxn& txn) const {
    const Mint mint{signing_key(txn), random_};
    if (password.known) {
        if (!still_holds(txn, *password.known)) return name_taken(call.params.username);
        return begin_session(txn, mint, *find_user(txn, password.known->user_id), call.now);
    }
    const auto user = open_account(txn, call.params.username, password.hash, call.key, call.now);
    if (!user) return refuse(user.error());
    return begin_session(txn, mint, *user, call.now);
}

std::optional<Verified> Answers::verify(const api::Username& name,
                                        const api::SecretText& given) const {
    const auth::Secret password = secret_of(given);
    std::optional<std::uint64_t> id;
    std::optional<std::string> kept;
    {
        const store::ReadTxn txn = store_.read();
        id = txn.get(user_ids, name.text());
        if (id) kept = txn.get(password_hashes, *id);
    }
    const bool right =
        kept ? hasher_.verify(password, *kept) : hasher_.verify_against_nobody(password);
    if (!right) return std::nullopt;
    return Verified{*id, *std::move(kept)};
}

Result<Verified> Answers::prepare(const Call<api::LogIn>& call) const {
    auto who = verify(call.params.username, call.params.password);
    if (!who) return wrong_name_or_password();
    return *std::move(who);
}

Result<api::Session> Answers::operator()(const Call<api::LogIn>& call, const Verified& who,
                                         store::WriteTxn& txn) const {
    if (!still_holds(txn, who)) return wrong_name_or_password();
    return begin_session(txn, {signing_key(txn), random_}, *find_user(txn, who.user_id), call.now);
}

Result<Refreshed> Answers::prepare(const Call<api::RefreshSession>& call) const {
    auto refreshed = store_.write([&](store::WriteTxn& txn) {
        return refresh_session(txn, {signing_key(txn), random_}, call.params.refresh_token,
                               call.key, call.now);
    });
    if (!refreshed) return refuse(refreshed.error());
    if (!*refreshed) return service::session_ended();
    return Refreshed{*std::move(*refreshed)};
}

Result<api::Session> Answers::operator()(const Call<api::RefreshSession>& /*call*/,
                                         const Refreshed& refreshed,
                                         store::WriteTxn& /*txn*/) const {
    return *refreshed.session;
}

Result<api::Changed> Answers::operator()(const Call<api::LogOut>& call,
                                         store::WriteTxn& txn) const {
    const std::uint64_t user_id = call.user().id.value();
    if (call.params.all && call.params.id) {
        return refuse(ErrorKind::invalid_argument, "id", "id: not together with all");
    }
    if (call.params.all) {
        return api::Changed{end_sessions(txn, user_id, std::nullopt, call.now)};
    }
    const SessionId id =
        call.params.id ? service::session_id_of(*call.params.id) : call.user().session;
    return api::Changed{end_session(txn, user_id, id, call.now)};
}

Result<api::SessionInfos> Answers::operator()(const Call<api::ListSessions>& call,
                                              const store::ReadTxn& txn) const {
    return list_sessions(txn, call.user());
}

Result<api::NewToken> Answers::operator()(const Call<api::CreateToken>& call,
                                          store::WriteTxn& txn) const {
    return create_token(txn, {signing_key(txn), random_}, call.user(), call.params, call.key,
                        call.now);
}

Result<api::TokenInfos> Answers::operator()(const Call<api::ListTokens>& call,
                                            const store::ReadTxn& txn) const {
    return list_tokens(txn, call.user().id.value(), call.now);
}

Result<api::Changed> Answers::operator()(const Call<api::RevokeToken>& call,
                                         store::WriteTxn& txn) const {
    const SessionId id = service::session_id_of(call.params.id);
    return api::Changed{revoke_token(txn, call.user().id.value(), id, call.now)};
}

Result<api::Me> Answers::operator()(const Call<api::WhoAmI>& call,
                                    const store::ReadTxn& txn) const {
    const auto user = find_user(txn, call.user().id.value());
    // Closed since the token was looked at.
    if (!user) return service::session_ended();
    const Standing standing = standing_of(txn, user->id.value());
    return api::Me{.id = user->id,
                   .username = user->username,
                   .display_name = user->display_name,
                   .bio = user->bio,
                   .created_at = user->created_at,
                   .expires_at = call.user().token_expires_at,
                   .rating = standing.rating,
                   .ratings = standing.ratings};
}

Result<api::Profile> Answers::operator()(const Call<api::GetUser>& call,
                                         const store::ReadTxn& txn) const {
    return find_profile(txn, call.params.name);
}

Result<api::Profile> Answers::operator()(const Call<api::EditUser>& call,
                                         store::WriteTxn& txn) const {
    const std::uint64_t user_id = call.user().id.value();
    if (!txn.has(users, user_id)) return service::session_ended();
    return edit_profile(txn, user_id, call.params, call.now);
}

Result<Verified> Answers::verify_again(const service::Caller& caller,
                                       const api::SecretText& password) const {
    auto who = verify(caller.name, password);
    if (!who) return wrong_password("password", "wrong password");
    return *std::move(who);
}

Result<ReplacedPassword> Answers::prepare(const Call<api::ChangePassword>& call) const {
    const service::Caller& caller = call.user();
    auto old = verify_again(caller, call.params.old_password);
    if (!old) {
        // The answer to the request that this repeats may be lost.
        auto repeated = verify_again(caller, call.params.new_password);
        if (!repeated) return wrong_password("old_password", "the old password is wrong");
        return ReplacedPassword{.old = *std::move(repeated)};
    }
    const auth::Secret password = secret_of(call.params.new_password);
    const auto good = auth::check_new_password(password, caller.name.text());
    if (!good) return refuse(good.error());
    return ReplacedPassword{.old = *std::move(old), .hash = hasher_.hash(password)};
}

Result<api::Changed> Answers::operator()(const Call<api::ChangePassword>& call,
                                         const ReplacedPassword& password,
                                         store::WriteTxn& txn) const {
    if (!still_holds(txn, password.old)) {
        return wrong_password("old_password", "the old password is wrong");
    }
    if (!password.hash) return api::Changed{false};
    const std::uint64_t user_id = password.old.user_id;
    txn.put(password_hashes, user_id, *password.hash);
    end_sessions(txn, user_id, call.user().session, call.now);
    return api::Changed{true};
}

Result<Verified> Answers::prepare(const Call<api::DeleteUser>& call) const {
    return verify_again(call.user(), call.params.password);
}

Result<api::Changed> Answers::operator()(const Call<api::DeleteUser>& call, const Verified& who,
                                         store::WriteTxn& txn) const {
    if (!still_holds(txn, who)) return wrong_password("password", "wrong password");
    close_account(txn, who.user_id, call.now);
    return api::Changed{true};
}

Result<api::PublicKeys> Answers::operator()(const Call<api::ListKeys>& /*call*/,
                                            const store::ReadTxn& txn) const {
    return listed_keys(txn);
}

}  // namespace palette::palettes
