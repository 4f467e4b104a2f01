#include "service/revocations.hpp"

#include "api/reader.hpp"

#include <stdexcept>

namespace palette::service {

namespace {

void forget_some(store::WriteTxn& txn, Timestamp now) {
    for (std::size_t i = 0; i < most_forgotten_at_once; ++i) {
        const auto oldest = txn.first(ended_sessions_by_time);
        if (!oldest || std::get<0>(oldest->key) >= now) return;
        txn.erase(ended_sessions, std::get<1>(oldest->key));
        txn.erase(ended_sessions_by_time, oldest->key);
    }
}

}  // namespace

tl::unexpected<Error> session_ended() {
    return refuse(ErrorKind::unauthenticated, "auth", "the session has ended",
                  "sign in again with: palettectl login NAME");
}

void keep_ended(store::WriteTxn& txn, const api::SessionEnded& ended, Timestamp now) {
    const SessionId id = session_id_of(ended.session_id);
    forget_some(txn, now);
    if (ended.until < now) return;
    if (const auto before = txn.get(ended_sessions, id)) {
        txn.erase(ended_sessions_by_time, {*before, id});
    }
    txn.put(ended_sessions, id, ended.until);
    txn.put(ended_sessions_by_time, {ended.until, id}, 1);
}

void learn_ended(store::WriteTxn& txn, std::string_view event_type, const api::Json& data,
                 Timestamp now) {
    if (event_type != api::SessionEnded::event.name) return;
    const auto ended = api::read_json<api::SessionEnded>(data.text());
    if (!ended) throw std::runtime_error("session.ended: " + ended.error().message);
    keep_ended(txn, *ended, now);
}

Result<void> refuse_ended(const store::ReadTxn& txn, const Caller& caller) {
    if (txn.has(ended_sessions, caller.session)) return session_ended();
    return {};
}

}  // namespace palette::service
