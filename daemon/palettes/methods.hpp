// The handlers of paletted: each method of api::Palettes bound to the core. Those of accounts and
// sessions are in account_methods.cpp, those of palettes in methods.cpp.
#pragma once

#include "api/directory.hpp"
#include "auth/password.hpp"
#include "base/random.hpp"
#include "service/bind.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>

namespace palette::palettes {

// A person's password was right when it was looked at. Whoever writes later must see that it still
// is the one: it may have been changed meanwhile.
struct Verified {
    std::uint64_t user_id = 0;
    std::string kept_hash{};
};
// What registering waits for: the password's hash; or, when this repeats a request whose answer
// was lost, whose password it is.
struct NewPassword {
    std::string hash{};
    std::optional<Verified> known{};
};
// What changing a password waits for: the hash of the new one, none when it is in place already.
struct ReplacedPassword {
    Verified old{};
    std::optional<std::string> hash{};
};
// Refreshing commits by itself (see prepare): the session it made.
struct Refreshed {
    std::optional<api::Session> session;
};

class Answers {
  public:
    // Both outlive it.
    Answers(store::Store& store, Random& random, auth::PasswordHasher hasher)
        : store_(store), random_(random), hasher_(hasher) {}

    // The session of the caller's token may have been ended.
    [[nodiscard]] Result<void> admit(const service::Caller& caller,
                                     const store::ReadTxn& txn) const;

    Result<NewPassword> prepare(const service::Call<api::RegisterUser>& call) const;
    Result<api::Session> operator()(const service::Call<api::RegisterUser>& call,
                                    const NewPassword& password, store::WriteTxn& txn) const;
    Result<Verified> prepare(const service::Call<api::LogIn>& call) const;
    Result<api::Session> operator()(const service::Call<api::LogIn>& call, const Verified& who,
                                    store::WriteTxn& txn) const;
    // A token used twice ends its session, and that must be durable although the answer is a
    // refusal, which would roll its own transaction back. So the change is a write of its own.
    Result<Refreshed> prepare(const service::Call<api::RefreshSession>& call) const;
    Result<api::Session> operator()(const service::Call<api::RefreshSession>& call,
                                    const Refreshed& refreshed, store::WriteTxn& txn) const;
    Result<api::Changed> operator()(const service::Call<api::LogOut>& call,
                                    store::WriteTxn& txn) const;
    Result<api::SessionInfos> operator()(const service::Call<api::ListSessions>& call,
                                         const store::ReadTxn& txn) const;
    Result<api::NewToken> operator()(const service::Call<api::CreateToken>& call,
                                     store::WriteTxn& txn) const;
    Result<api::TokenInfos> operator()(const service::Call<api::ListTokens>& call,
                                       const store::ReadTxn& txn) const;
    Result<api::Changed> operator()(const service::Call<api::RevokeToken>& call,
                                    store::WriteTxn& txn) const;

    Result<api::Me> operator()(const service::Call<api::WhoAmI>& call,
                               const store::ReadTxn& txn) const;
    Result<api::Profile> operator()(const service::Call<api::GetUser>& call,
                                    const store::ReadTxn& txn) const;
    Result<api::Profile> operator()(const service::Call<api::EditUser>& call,
                                    store::WriteTxn& txn) const;
    Result<ReplacedPassword> prepare(const service::Call<api::ChangePassword>& call) const;
    Result<api::Changed> operator()(const service::Call<api::ChangePassword>& call,
                                    const ReplacedPassword& password, store::WriteTxn& txn) const;
    Result<Verified> prepare(const service::Call<api::DeleteUser>& call) const;
    Result<api::Changed> operator()(const service::Call<api::DeleteUser>& call, const Verified& who,
                                    store::WriteTxn& txn) const;
    Result<api::PublicKeys> operator()(const service::Call<api::ListKeys>& call,
                                       const store::ReadTxn& txn) const;

    using StoredPalette = api::Encoded<api::Palette>;
    Result<StoredPalette> operator()(const service::Call<api::CreatePalette>& call,
                                     store::WriteTxn& txn) const;
    Result<StoredPalette> operator()(const service::Call<api::UpdatePalette>& call,
                                     store::WriteTxn& txn) const;
    Result<StoredPalette> operator()(const service::Call<api::ForkPalette>& call,
                                     store::WriteTxn& txn) const;
    Result<api::DeletedPalette> operator()(const service::Call<api::DeletePalette>& call,
                                           store::WriteTxn& txn) const;
    Result<api::Imported> operator()(const service::Call<api::ImportPalette>& call,
                                     store::WriteTxn& txn) const;
    Result<StoredPalette> operator()(const service::Call<api::GetPalette>& call,
                                     const store::ReadTxn& txn) const;
    Result<api::FindPalette::Stored> operator()(const service::Call<api::FindPalette>& call,
                                                const store::ReadTxn& txn) const;
    Result<api::ListPalettes::Stored> operator()(const service::Call<api::ListPalettes>& call,
                                                 const store::ReadTxn& txn) const;
    Result<api::ListRevisions::Stored> operator()(const service::Call<api::ListRevisions>& call,
                                                  const store::ReadTxn& txn) const;
    Result<api::Lineage> operator()(const service::Call<api::GetLineage>& call,
                                    const store::ReadTxn& txn) const;
    Result<api::SnapshotPage> operator()(const service::Call<api::ReadSnapshot>& call,
                                         const store::ReadTxn& txn) const;

  private:
    // Whose password it is; none when it is not that of this name. Takes as long either way.
    [[nodiscard]] std::optional<Verified> verify(const api::Username& name,
                                                 const api::SecretText& password) const;
    // The same of somebody who is signed in; refused as unauthenticated.
    [[nodiscard]] Result<Verified> verify_again(const service::Caller& caller,
                                                const api::SecretText& password) const;

    store::Store& store_;
    Random& random_;
    auth::PasswordHasher hasher_;
};

inline constexpr auto bindings = service::bind<Answers>(api::Palettes{});

}  // namespace palette::palettes
