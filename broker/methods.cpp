#include "broker/methods.hpp"

#include "broker/core/log.hpp"

namespace palette::broker {

namespace {

// Says which log that was.
template <class Told>
Result<Told> of_log(Result<Told> told, const api::Incarnation& incarnation) {
    if (told) told->log = incarnation;
    return told;
}

}  // namespace

Result<Answers::EventPage> Answers::operator()(const service::Call<api::ListEvents>& call,
                                               const store::ReadTxn& txn) const {
    return of_log(read(txn, {.after = call.params.after.value(),
                             .limit = call.params.limit.value(),
                             .topics = call.params.topics}),
                  incarnation);
}

Result<api::LogPosition> Answers::operator()(const service::Call<api::LocateEvents>& call,
                                             const store::ReadTxn& txn) const {
    return of_log<api::LogPosition>(locate(txn, call.params.since), incarnation);
}

Result<Answers::EventPage> Answers::operator()(const service::Call<api::ReadEvents>& call,
                                               const store::ReadTxn& txn) const {
    return of_log(read(txn, {.after = call.params.after.value(),
                             .limit = call.params.limit.value(),
                             .only_public = false}),
                  incarnation);
}

Result<api::SourcePosition> Answers::operator()(const service::Call<api::AppendEvents>& call,
                                                store::WriteTxn& txn) const {
    return append(txn, call.params, call.now);
}

Result<api::SourcePosition> Answers::operator()(const service::Call<api::LocateSource>& call,
                                                const store::ReadTxn& txn) const {
    return position_of(txn, call.params);
}

}  // namespace palette::broker
