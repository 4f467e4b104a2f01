#include "popularity/methods.hpp"

#include "popularity/core/catalogue.hpp"
#include "popularity/core/likes.hpp"

namespace palette::popularity {

using service::Call;

namespace {

Result<Fetched> fetch(const Paletted& paletted, const api::PaletteRef& ref) {
    auto found = paletted.find(ref);
    if (!found) return refuse(std::move(found.error()));
    return Fetched{*std::move(found)};
}

void learn_fetched(store::WriteTxn& txn, const Fetched& fetched) {
    if (fetched.palette) {
        learn(txn, fetched.palette->owner_id.value(), fetched.palette->palette);
    }
}

}  // namespace

bool Answers::prepared(const Call<api::LikePalette>& call, const store::ReadTxn& txn) const {
    return look_up(txn, call.params.ref).has_value();
}

bool Answers::prepared(const Call<api::UnlikePalette>& call, const store::ReadTxn& txn) const {
    return look_up(txn, call.params.ref).has_value();
}

Result<Fetched> Answers::prepare(const Call<api::LikePalette>& call) const {
    return fetch(paletted_, call.params.ref);
}

Result<Fetched> Answers::prepare(const Call<api::UnlikePalette>& call) const {
    return fetch(paletted_, call.params.ref);
}

Result<api::Liking> Answers::operator()(const Call<api::LikePalette>& call, const Fetched& fetched,
                                        store::WriteTxn& txn) const {
    if (fetched.palette && !visible_to(*fetched.palette, call.user())) {
        return no_palette(call.params.ref);
    }
    learn_fetched(txn, fetched);
    return like(txn, call.user(), call.params.ref, call.now);
}

Result<api::Liking> Answers::operator()(const Call<api::UnlikePalette>& call,
                                        const Fetched& fetched, store::WriteTxn& txn) const {
    if (fetched.palette && !visible_to(*fetched.palette, call.user())) {
        return no_palette(call.params.ref);
    }
    learn_fetched(txn, fetched);
    return unlike(txn, call.user(), call.params.ref, call.now);
}

Result<api::ListPopular::Stored> Answers::operator()(const Call<api::ListPopular>& call,
                                                     const store::ReadTxn& txn) const {
    return popular(txn, call.params, call.now);
}

}  // namespace palette::popularity
