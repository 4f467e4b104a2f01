#include "broker/methods.hpp"

#include "broker/core/log.hpp"

namespace palette::broker {

Result<Answers::EventPage> Answers::operator()(const service::Call<api::ListEvents>& call,
                                               const store::ReadTxn& txn) const {
    return read(txn, {.after = call.params.after.value(),
                      .limit = call.params.limit.value(),
                      .topics = call.params.topics});
}

Result<api::LogPosition> Answers::operator()(const service::Call<api::LocateEvents>& call,
                                             const store::ReadTxn& txn) const {
    return locate(txn, call.params.since);
}

Result<Answers::EventPage> Answers::operator()(const service::Call<api::ReadEvents>& call,
                                               const store::ReadTxn& txn) const {
    return read(txn, {.after = call.params.after.value(),
                      .limit = call.params.limit.value(),
                      .only_public = false});
}

Result<api::SourcePosition> Answers::operator()(const service::Call<api::AppendEvents>& call,
                                                store::WriteTxn& txn) const {
    return append(txn, call.params, call.now);
}

Result<api::SourcePosition> Answers::operator()(const service::Call<api::LocateSource>& call,
                                                const store::ReadTxn& txn) const {
    return position_of(txn, call.params.source);
}

}  // namespace palette::broker
