#include "palettes/methods.hpp"

#include "auth/secret.hpp"
#include "base/hex.hpp"
#include "palettes/core/accounts.hpp"
#include "palettes/core/palettes.hpp"
#include "palettes/core/sessions.hpp"
#include "palettes/core/snapshot.hpp"

namespace palette::palettes {

using service::Call;

Answers::Answers(store::Store& store, Random& random, auth::PasswordHasher hasher,
                 const auth::SigningKey& signing_key, std::vector<auth::PublicKey> public_keys)
    : store_(store),
      random_(random),
      hasher_(hasher),
      signing_key_(signing_key),
      public_keys_(std::move(public_keys)) {}

Result<void> Answers::admit(const service::Caller& caller, const store::ReadTxn& txn) const {
    if (!is_alive(txn, caller)) return session_ended();
    return {};
}

// ---- accounts -----------------------------------------------------------------------------------

Result<NewPassword> Answers::prepare(const Call<api::RegisterUser>& call) const {
    const api::Username& name = call.params.username;
    if (auto allowed = check_new_username(name); !allowed) return refuse(allowed.error());
    if (was_opened_under(store_.read(), name, call.key)) {
        const auto id = verify(name, call.params.password);
        if (!id) return name_taken(name);
        return NewPassword{.user_id = id};
    }
    if (store_.read().has(user_ids, name.text())) return name_taken(name);
    const auth::Secret password(std::string(call.params.password.text()));
    const auto good = auth::check_new_password(password, name.text());
    if (!good) return refuse(good.error());
    return NewPassword{.hash = hasher_.hash(password)};
}

Result<api::Session> Answers::operator()(const Call<api::RegisterUser>& call,
                                         const NewPassword& password, store::WriteTxn& txn) const {
    const Mint mint{signing_key_, random_};
    if (password.user_id) {
        return begin_session(txn, mint, *find_user(txn, *password.user_id), call.now);
    }
    const auto user = open_account(txn, call.params.username, password.hash, call.key, call.now);
    if (!user) return refuse(user.error());
    return begin_session(txn, mint, *user, call.now);
}

std::optional<std::uint64_t> Answers::verify(const api::Username& name,
                                             const api::SecretText& given) const {
    const auth::Secret password(std::string(given.text()));
    std::optional<std::uint64_t> id;
    std::optional<std::string> kept;
    {
        const store::ReadTxn txn = store_.read();
        id = txn.get(user_ids, name.text());
        if (id) kept = txn.get(password_hashes, *id);
    }
    const bool right =
        kept ? hasher_.verify(password, *kept) : hasher_.verify_against_nobody(password);
    return right ? id : std::nullopt;
}

// The same answer, whether the name or the password is wrong.
Result<Verified> Answers::prepare(const Call<api::LogIn>& call) const {
    const auto id = verify(call.params.username, call.params.password);
    if (id) return Verified{*id};
    return refuse(ErrorKind::unauthenticated, "password", "wrong name or password");
}

Result<api::Session> Answers::operator()(const Call<api::LogIn>& call, const Verified& who,
                                         store::WriteTxn& txn) const {
    const auto user = find_user(txn, who.user_id);
    CHECK_INVARIANT(user.has_value());
    return begin_session(txn, {signing_key_, random_}, *user, call.now);
}

Result<Refreshed> Answers::prepare(const Call<api::RefreshSession>& call) const {
    auto refreshed = store_.write([&](store::WriteTxn& txn) {
        return refresh_session(txn, {signing_key_, random_}, call.params.refresh_token, call.key,
                               call.now);
    });
    if (!refreshed) return refuse(refreshed.error());
    if (!*refreshed) return session_ended();
    return Refreshed{*std::move(*refreshed)};
}

Result<api::Session> Answers::operator()(const Call<api::RefreshSession>& /*call*/,
                                         const Refreshed& refreshed,
                                         store::WriteTxn& /*txn*/) const {
    return *refreshed.session;
}

Result<api::Changed> Answers::operator()(const Call<api::LogOut>& call,
                                         store::WriteTxn& txn) const {
    const bool changed =
        call.params.all ? end_all_sessions(txn, call.user()) : end_session(txn, call.user());
    return api::Changed{changed};
}

Result<api::Me> Answers::operator()(const Call<api::WhoAmI>& call,
                                    const store::ReadTxn& txn) const {
    const auto user = find_user(txn, call.user().id.value());
    CHECK_INVARIANT(user.has_value());
    return api::Me{.id = user->id,
                   .username = user->username,
                   .display_name = user->display_name,
                   .bio = user->bio,
                   .created_at = user->created_at,
                   .expires_at = call.user().token_expires_at};
}

Result<api::PublicKeys> Answers::operator()(const Call<api::ListKeys>& /*call*/,
                                            const store::ReadTxn& /*txn*/) const {
    api::PublicKeys keys;
    for (const auth::PublicKey& key : public_keys_) {
        keys.items.push_back(
            {.key_id = *api::Word::from(key.id()), .key = *api::KeyText::from(in_hex(key.bytes))});
    }
    return keys;
}

// ---- palettes -----------------------------------------------------------------------------------

Result<StoredPalette> Answers::operator()(const Call<api::CreatePalette>& call,
                                          store::WriteTxn& txn) const {
    return create(txn, call.user(), call.params, call.now);
}

Result<api::Imported> Answers::operator()(const Call<api::ImportPalette>& call,
                                          store::WriteTxn& txn) const {
    return import(txn, call.user(), call.params, call.now);
}

Result<StoredPalette> Answers::operator()(const Call<api::GetPalette>& call,
                                          const store::ReadTxn& txn) const {
    return find_for(txn, call.params.ref, call.caller);
}

Result<api::FindPalette::Stored> Answers::operator()(const Call<api::FindPalette>& call,
                                                     const store::ReadTxn& txn) const {
    return find(txn, call.params.ref);
}

Result<api::ListPalettes::Stored> Answers::operator()(const Call<api::ListPalettes>& call,
                                                      const store::ReadTxn& txn) const {
    return list(txn, call.params, call.caller);
}

Result<api::SnapshotPage> Answers::operator()(const Call<api::ReadSnapshot>& call,
                                              const store::ReadTxn& txn) const {
    return read_snapshot(txn, store_.incarnation(), call.params, call.now);
}

}  // namespace palette::palettes
