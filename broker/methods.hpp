// The handlers of palette-brokerd: each method of api::Broker bound to the core.
#pragma once

#include "api/directory.hpp"
#include "broker/core/log.hpp"
#include "broker/core/peers.hpp"
#include "service/bind.hpp"
#include "service/revocations.hpp"

#include <optional>
#include <string>

namespace palette::broker {

class Answers {
  public:
    using EventPage = api::ListEvents::Stored;

    // `log` is the incarnation that the log has in this run; `peers` outlives this.
    Answers(api::Incarnation log_writer, Peers& peers)
        : log_(std::move(log_writer)), peers_(peers) {}

    // The session of the caller's token may have been ended at paletted.
    [[nodiscard]] static Result<void> admit(const service::Caller& caller,
                                            const store::ReadTxn& txn) {
        return service::refuse_ended(txn, caller);
    }

    // What somebody has to act on, for `status`.
    [[nodiscard]] std::optional<std::string> problem(const store::ReadTxn& txn) const;

    Result<api::Channel> operator()(const service::Call<api::CreateChannel>& call,
                                    store::WriteTxn& txn) const;
    Result<api::Channel> operator()(const service::Call<api::GetChannel>& call,
                                    const store::ReadTxn& txn) const;
    Result<api::Membership> operator()(const service::Call<api::JoinChannel>& call,
                                       store::WriteTxn& txn) const;
    Result<api::Membership> operator()(const service::Call<api::LeaveChannel>& call,
                                       store::WriteTxn& txn) const;
    Result<api::ChannelPage> operator()(const service::Call<api::ListChannels>& call,
                                        const store::ReadTxn& txn) const;
    Result<api::ChannelMemberPage> operator()(const service::Call<api::ListChannelMembers>& call,
                                              const store::ReadTxn& txn) const;

    Result<EventPage> operator()(const service::Call<api::ListEvents>& call,
                                 const store::ReadTxn& txn) const;
    Result<api::LogPosition> operator()(const service::Call<api::LocateEvents>& call,
                                        const store::ReadTxn& txn) const;
    Result<EventPage> operator()(const service::Call<api::ReadEvents>& call,
                                 const store::ReadTxn& txn) const;
    Result<api::LogStatus> operator()(const service::Call<api::AskLogStatus>& call,
                                      const store::ReadTxn& txn) const;

    Result<api::MessagePage> operator()(const service::Call<api::ListMessages>& call,
                                        const store::ReadTxn& txn) const;
    Result<api::Message> operator()(const service::Call<api::PostMessage>& call,
                                    store::WriteTxn& txn) const;

    Result<api::SourcePosition> operator()(const service::Call<api::AppendEvents>& call,
                                           store::WriteTxn& txn) const;
    Result<api::SourcePosition> operator()(const service::Call<api::LocateSource>& call,
                                           const store::ReadTxn& txn) const;

  private:
    api::Incarnation log_;
    Peers& peers_;
};

inline constexpr auto bindings = service::bind<Answers>(api::Broker{});

}  // namespace palette::broker
