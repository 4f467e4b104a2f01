// The handlers of paletted: each method of api::Palettes bound to the core.
#pragma once

#include "api/directory.hpp"
#include "auth/key_set.hpp"
#include "auth/keys.hpp"
#include "auth/password.hpp"
#include "base/random.hpp"
#include "service/bind.hpp"
#include "store/store.hpp"

#include <memory>
#include <vector>

namespace palette::palettes {

// What registering waits for: the password's hash; or, when this repeats a request whose answer
// was lost, whose password it is.
struct NewPassword {
    std::string hash{};
    std::optional<std::uint64_t> user_id{};
};
// What signing in waits for: whose password it was.
struct Verified {
    std::uint64_t user_id = 0;
};
// Refreshing commits by itself (see prepare): the session it made.
struct Refreshed {
    std::optional<api::Session> session;
};

class Answers {
  public:
    // All outlive it. `public_keys` are those that tokens may be signed with.
    Answers(store::Store& store, Random& random, auth::PasswordHasher hasher,
            const auth::SigningKey& signing_key, std::vector<auth::PublicKey> public_keys);

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
    Result<api::Me> operator()(const service::Call<api::WhoAmI>& call,
                               const store::ReadTxn& txn) const;
    Result<api::PublicKeys> operator()(const service::Call<api::ListKeys>& call,
                                       const store::ReadTxn& txn) const;

    using StoredPalette = api::Encoded<api::Palette>;
    Result<StoredPalette> operator()(const service::Call<api::CreatePalette>& call,
                                     store::WriteTxn& txn) const;
    Result<api::Imported> operator()(const service::Call<api::ImportPalette>& call,
                                     store::WriteTxn& txn) const;
    Result<StoredPalette> operator()(const service::Call<api::GetPalette>& call,
                                     const store::ReadTxn& txn) const;
    Result<api::FindPalette::Stored> operator()(const service::Call<api::FindPalette>& call,
                                                const store::ReadTxn& txn) const;
    Result<api::ListPalettes::Stored> operator()(const service::Call<api::ListPalettes>& call,
                                                 const store::ReadTxn& txn) const;
    Result<api::SnapshotPage> operator()(const service::Call<api::ReadSnapshot>& call,
                                         const store::ReadTxn& txn) const;

  private:
    // Whose password it is; none when it is not that of this name. Takes as long either way.
    [[nodiscard]] std::optional<std::uint64_t> verify(const api::Username& name,
                                                      const api::SecretText& password) const;

    store::Store& store_;
    Random& random_;
    auth::PasswordHasher hasher_;
    const auth::SigningKey& signing_key_;
    std::vector<auth::PublicKey> public_keys_;
};

inline constexpr auto bindings = service::bind<Answers>(api::Palettes{});

}  // namespace palette::palettes
