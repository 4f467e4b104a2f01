// The handlers of palette-popularityd: each method of api::Popularity bound to the core.
#pragma once

#include "api/directory.hpp"
#include "popularity/core/ledger.hpp"
#include "popularity/paletted.hpp"
#include "service/bind.hpp"
#include "service/revocations.hpp"
#include "store/store.hpp"

namespace palette::popularity {

// What paletted says of a palette that is not known here yet; none when it is.
struct Fetched {
    std::optional<api::PaletteCreated> palette;
};

// Writes whose palette paletted may have to be asked for.
template <class M>
inline constexpr bool says_something_of_a_palette =
    std::is_same_v<typename M::Result, api::Liking> ||
    std::is_same_v<typename M::Result, api::Rating> ||
    std::is_same_v<typename M::Result, api::Viewing>;

class Answers {
  public:
    // The stores' facts that answers need; all of it outlives them.
    struct Parts {
        const Paletted& paletted;
        Ledger& ledger;
        const store::Store& log_store;
    };
    explicit Answers(const Parts& parts) : parts_(parts) {}

    // The session of the caller's token may have been ended at paletted.
    [[nodiscard]] static Result<void> admit(const service::Caller& caller,
                                            const store::ReadTxn& txn) {
        return service::refuse_ended(txn, caller);
    }

    // What people say of known palettes needs nobody else. One that is another's and private is
    // asked of paletted like one that is not known here, so that the answers do not differ, not
    // even while paletted is away.
    template <class M>
        requires says_something_of_a_palette<M>
    [[nodiscard]] static bool wants_preparation(const service::Call<M>& /*call*/,
                                                const Error& refusal) {
        return refusal.kind == ErrorKind::not_found;
    }
    template <class M>
        requires says_something_of_a_palette<M>
    Result<Fetched> prepare(const service::Call<M>& call) const {
        return fetch(&call.user(), call.params.ref);
    }

    Result<api::Liking> operator()(const service::Call<api::LikePalette>& call,
                                   const Fetched& fetched, store::WriteTxn& txn) const;
    Result<api::Liking> operator()(const service::Call<api::UnlikePalette>& call,
                                   const Fetched& fetched, store::WriteTxn& txn) const;
    Result<api::Rating> operator()(const service::Call<api::RatePalette>& call,
                                   const Fetched& fetched, store::WriteTxn& txn) const;
    Result<api::Viewing> operator()(const service::Call<api::ViewPalette>& call,
                                    const Fetched& fetched, store::WriteTxn& txn) const;
    Result<api::LikePage> operator()(const service::Call<api::ListLikes>& call,
                                     const store::ReadTxn& txn) const;
    // Of one that is not found here: paletted knows whether it is there.
    Result<api::LikePage> elsewhere(const service::Call<api::ListLikes>& call) const;
    Result<api::ListPopular::Stored> operator()(const service::Call<api::ListPopular>& call,
                                                const store::ReadTxn& txn) const;
    Result<api::FiguresPage> operator()(const service::Call<api::ReadFigures>& call,
                                        const store::ReadTxn& txn) const;
    Result<api::ListTrending::Stored> operator()(const service::Call<api::ListTrending>& call,
                                                 const store::ReadTxn& txn) const;
    Result<api::SnapshotPage> operator()(const service::Call<api::ReadSnapshot>& call,
                                         const store::ReadTxn& txn) const;

  private:
    // `who` is null for anyone.
    [[nodiscard]] Result<Fetched> fetch(const service::Caller* who,
                                        const api::PaletteRef& ref) const;

    const Parts parts_;
};

inline constexpr auto bindings = service::bind<Answers>(api::Popularity{});

}  // namespace palette::popularity
