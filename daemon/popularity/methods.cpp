#include "popularity/methods.hpp"

#include "api/reference.hpp"
#include "popularity/core/catalogue.hpp"
#include "popularity/core/lists.hpp"
#include "popularity/core/opinions.hpp"
#include "popularity/core/standings.hpp"

namespace palette::popularity {

using service::Call;

namespace {

template <class M>
Said said(const Call<M>& call, const Fetched& fetched) {
    return {.who = call.user(),
            .ref = call.params.ref,
            .now = call.now,
            .fetched = fetched.palette ? &*fetched.palette : nullptr};
}

}  // namespace

// What is private and another's is refused here, before anything is put, and so is a revision that
// there is not.
Result<Fetched> Answers::fetch(const service::Caller* who, const api::PaletteRef& ref) const {
    auto found = parts_.paletted.find(ref);
    if (!found) return refuse(std::move(found.error()));
    const bool has_revision =
        api::parts_of(ref).revision.value_or(0) <= found->palette.revision.value();
    if (!has_revision || !may_see(known_as(*found), who)) return no_palette(ref);
    return Fetched{*std::move(found)};
}

Result<api::Liking> Answers::operator()(const Call<api::LikePalette>& call, const Fetched& fetched,
                                        store::WriteTxn& txn) const {
    return like(parts_.ledger, txn, said(call, fetched));
}

Result<api::Liking> Answers::operator()(const Call<api::UnlikePalette>& call,
                                        const Fetched& fetched, store::WriteTxn& txn) const {
    return unlike(parts_.ledger, txn, said(call, fetched));
}

Result<api::Rating> Answers::operator()(const Call<api::RatePalette>& call, const Fetched& fetched,
                                        store::WriteTxn& txn) const {
    return rate(parts_.ledger, txn, said(call, fetched), call.params.stars);
}

Result<api::Viewing> Answers::operator()(const Call<api::ViewPalette>& call, const Fetched& fetched,
                                         store::WriteTxn& txn) const {
    return view(parts_.ledger, txn, said(call, fetched));
}

Result<api::LikePage> Answers::operator()(const Call<api::ListLikes>& call,
                                          const store::ReadTxn& txn) const {
    const service::Caller* who = call.caller ? &*call.caller : nullptr;
    return likers_of(parts_.ledger.read(txn), who, call.params);
}

// Under another name, or in an older revision, it may be known here all the same. A like puts its
// palette into the log first: one that is not there is liked by nobody.
Result<api::LikePage> Answers::elsewhere(const Call<api::ListLikes>& call) const {
    const service::Caller* who = call.caller ? &*call.caller : nullptr;
    const auto fetched = fetch(who, call.params.ref);
    if (!fetched) return refuse(fetched.error());
    const store::ReadTxn txn = parts_.log_store.read();
    const View view = parts_.ledger.read(txn);
    const auto known = view.find(fetched->palette->palette.id.value());
    if (!known || !is_same(known->known, known_as(*fetched->palette))) return api::LikePage{};
    return likers_of(view, *known, call.params);
}

Result<api::ListPopular::Stored> Answers::operator()(const Call<api::ListPopular>& call,
                                                     const store::ReadTxn& txn) const {
    return popular(parts_.ledger.read(txn), call.params, call.now);
}

Result<api::FiguresPage> Answers::operator()(const Call<api::ReadFigures>& call,
                                             const store::ReadTxn& txn) const {
    return figures_of(parts_.ledger.read(txn), call.params, call.now);
}

Result<api::ListTrending::Stored> Answers::operator()(const Call<api::ListTrending>& call,
                                                      const store::ReadTxn& txn) const {
    return trending(parts_.ledger.read(txn), call.params, call.now);
}

Result<api::SnapshotPage> Answers::operator()(const Call<api::ReadSnapshot>& call,
                                              const store::ReadTxn& txn) const {
    return read_snapshot(parts_.ledger.read(txn).tables(), parts_.log_store.incarnation(),
                         call.params, call.now);
}

}  // namespace palette::popularity
