#include "popularity/methods.hpp"

#include "popularity/core/catalogue.hpp"
#include "popularity/core/likes.hpp"
#include "popularity/core/ranking.hpp"

namespace palette::popularity {

using service::Call;

namespace {

// What is private and another's is refused here, before anything is put.
Result<Fetched> fetch(const Paletted& paletted, const service::Caller& who,
                      const api::PaletteRef& ref) {
    auto found = paletted.find(ref);
    if (!found) return refuse(std::move(found.error()));
    if (!may_see(known_as(*found), who)) return no_palette(ref);
    return Fetched{*std::move(found)};
}

// One that is another's and private is asked of paletted like one that is not known here, so that
// the answers do not differ, not even while paletted is away.
bool is_seen_here(const store::ReadTxn& txn, const service::Caller& who,
                  const api::PaletteRef& ref) {
    return find_for(txn, who, ref).has_value();
}

void learn_fetched(store::WriteTxn& txn, const Fetched& fetched) {
    if (fetched.palette) learn(txn, *fetched.palette);
}

}  // namespace

bool Answers::prepared(const Call<api::LikePalette>& call, const store::ReadTxn& txn) const {
    return is_seen_here(txn, call.user(), call.params.ref);
}

bool Answers::prepared(const Call<api::UnlikePalette>& call, const store::ReadTxn& txn) const {
    return is_seen_here(txn, call.user(), call.params.ref);
}

Result<Fetched> Answers::prepare(const Call<api::LikePalette>& call) const {
    return fetch(paletted_, call.user(), call.params.ref);
}

Result<Fetched> Answers::prepare(const Call<api::UnlikePalette>& call) const {
    return fetch(paletted_, call.user(), call.params.ref);
}

Result<api::Liking> Answers::operator()(const Call<api::LikePalette>& call, const Fetched& fetched,
                                        store::WriteTxn& txn) const {
    learn_fetched(txn, fetched);
    return like(txn, call.user(), call.params.ref, call.now);
}

Result<api::Liking> Answers::operator()(const Call<api::UnlikePalette>& call,
                                        const Fetched& fetched, store::WriteTxn& txn) const {
    learn_fetched(txn, fetched);
    return unlike(txn, call.user(), call.params.ref, call.now);
}

Result<api::ListPopular::Stored> Answers::operator()(const Call<api::ListPopular>& call,
                                                     const store::ReadTxn& txn) const {
    return popular(txn, call.params, call.now);
}

}  // namespace palette::popularity
