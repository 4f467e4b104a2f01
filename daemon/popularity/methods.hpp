// The handlers of palette-popularityd: each method of api::Popularity bound to the core.
#pragma once

#include "api/directory.hpp"
#include "popularity/paletted.hpp"
#include "service/bind.hpp"
#include "service/revocations.hpp"
#include "store/store.hpp"

namespace palette::popularity {

// What paletted says of a palette that is not known here yet; none when it is.
struct Fetched {
    std::optional<api::PaletteCreated> palette;
};

class Answers {
  public:
    // Outlives it.
    explicit Answers(const Paletted& paletted) : paletted_(paletted) {}

    // The session of the caller's token may have been ended at paletted.
    [[nodiscard]] static Result<void> admit(const service::Caller& caller,
                                            const store::ReadTxn& txn) {
        return service::refuse_ended(txn, caller);
    }

    // Likes of known palettes need nobody else.
    [[nodiscard]] bool prepared(const service::Call<api::LikePalette>& call,
                                const store::ReadTxn& txn) const;
    [[nodiscard]] bool prepared(const service::Call<api::UnlikePalette>& call,
                                const store::ReadTxn& txn) const;
    Result<Fetched> prepare(const service::Call<api::LikePalette>& call) const;
    Result<Fetched> prepare(const service::Call<api::UnlikePalette>& call) const;

    Result<api::Liking> operator()(const service::Call<api::LikePalette>& call,
                                   const Fetched& fetched, store::WriteTxn& txn) const;
    Result<api::Liking> operator()(const service::Call<api::UnlikePalette>& call,
                                   const Fetched& fetched, store::WriteTxn& txn) const;
    Result<api::ListPopular::Stored> operator()(const service::Call<api::ListPopular>& call,
                                                const store::ReadTxn& txn) const;

  private:
    const Paletted& paletted_;
};

inline constexpr auto bindings = service::bind<Answers>(api::Popularity{});

}  // namespace palette::popularity
