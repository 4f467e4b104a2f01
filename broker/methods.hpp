// The handlers of palette-brokerd: each method of api::Broker bound to the core.
#pragma once

#include "api/directory.hpp"
#include "service/bind.hpp"

namespace palette::broker {

struct Answers {
    using EventPage = api::ListEvents::Stored;

    // The store's: it tells this log from any other.
    api::Incarnation incarnation;

    Result<EventPage> operator()(const service::Call<api::ListEvents>& call,
                                 const store::ReadTxn& txn) const;
    Result<api::LogPosition> operator()(const service::Call<api::LocateEvents>& call,
                                        const store::ReadTxn& txn) const;
    Result<EventPage> operator()(const service::Call<api::ReadEvents>& call,
                                 const store::ReadTxn& txn) const;
    Result<api::SourcePosition> operator()(const service::Call<api::AppendEvents>& call,
                                           store::WriteTxn& txn) const;
    Result<api::SourcePosition> operator()(const service::Call<api::LocateSource>& call,
                                           const store::ReadTxn& txn) const;
};

inline constexpr auto bindings = service::bind<Answers>(api::Broker{});

}  // namespace palette::broker
