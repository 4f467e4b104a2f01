#include "popularity/methods.hpp"

#include "api/reference.hpp"
#include "popularity/core/catalogue.hpp"
#include "popularity/core/lists.hpp"
#include "popularity/core/opinions.hpp"
#include "popularity/core/standings.hpp"

namespace palette::popularity {

using service::Call;

namespace {

constexpr std::int64_t retry_changed_ms = 50;

template <class M>
Said said(const Call<M>& call, const Fetched& fetched) {
    return {.who = call.user(),
            .ref = call.params.ref,
            .now = call.now,
            .fetched = fetched.palette ? &*fetched.palette : nullptr};
}

// A palette that was seen before the transaction began, so that paletted was not asked, and is not
// there in it: somebody deleted it since, or what was seen was of a batch that was not kept. The
// next request finds out which.
template <class Answer>
Result<Answer> unless_gone(Result<Answer> answer, const Said& said) {
    if (answer || answer.error().kind != ErrorKind::not_found || said.fetched != nullptr) {
        return answer;
    }
    return refuse({.kind = ErrorKind::unavailable,
                   .message = said.ref.text() + " changed while this was asked",
                   .retry_after_ms = retry_changed_ms});
}

}  // namespace

// One that is another's and private is asked of paletted like one that is not known here, so that
// the answers do not differ, not even while paletted is away.
bool Answers::is_seen_here(const service::Caller& who, const api::PaletteRef& ref) const {
    return parts_.ledger.latest().find_for(&who, ref).has_value();
}

// What is private and another's is refused here, before anything is put, and so is a revision that
// there is not.
Result<Fetched> Answers::fetch(const service::Caller& who, const api::PaletteRef& ref) const {
    auto found = parts_.paletted.find(ref);
    if (!found) return refuse(std::move(found.error()));
    const bool has_revision =
        api::parts_of(ref).revision.value_or(0) <= found->palette.revision.value();
    if (!has_revision || !may_see(known_as(*found), &who)) return no_palette(ref);
    return Fetched{*std::move(found)};
}

Result<api::Liking> Answers::operator()(const Call<api::LikePalette>& call, const Fetched& fetched,
                                        store::WriteTxn& txn) const {
    const Said saying = said(call, fetched);
    return unless_gone(like(parts_.ledger, txn, saying), saying);
}

Result<api::Liking> Answers::operator()(const Call<api::UnlikePalette>& call,
                                        const Fetched& fetched, store::WriteTxn& txn) const {
    const Said saying = said(call, fetched);
    return unless_gone(unlike(parts_.ledger, txn, saying), saying);
}

Result<api::Rating> Answers::operator()(const Call<api::RatePalette>& call, const Fetched& fetched,
                                        store::WriteTxn& txn) const {
    const Said saying = said(call, fetched);
    return unless_gone(rate(parts_.ledger, txn, saying, call.params.stars), saying);
}

Result<api::Viewing> Answers::operator()(const Call<api::ViewPalette>& call, const Fetched& fetched,
                                         store::WriteTxn& txn) const {
    const Said saying = said(call, fetched);
    return unless_gone(view(parts_.ledger, txn, saying), saying);
}

Result<api::LikePage> Answers::operator()(const Call<api::ListLikes>& call,
                                          const store::ReadTxn& txn) const {
    const service::Caller* who = call.caller ? &*call.caller : nullptr;
    return likers_of(parts_.ledger.read(txn), who, call.params);
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
