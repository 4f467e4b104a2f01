#include "broker/methods.hpp"

#include "broker/core/channels.hpp"
#include "broker/core/messages.hpp"

namespace palette::broker {

using service::Call;

std::optional<std::string> Answers::problem(const store::ReadTxn& txn) const {
    std::string names;
    for (const std::string& name : lost_consumers(txn))
        names += (names.empty() ? "" : ", ") + name;
    if (names.empty()) return std::nullopt;
    return "the log could wait no longer for " + names + ": it returns by a snapshot";
}

// ---- channels -------------------------------------------------------------------------------

Result<api::Channel> Answers::operator()(const Call<api::CreateChannel>& call,
                                         store::WriteTxn& txn) const {
    return create_channel(txn, call.user(), call.params, call.now);
}

Result<api::Channel> Answers::operator()(const Call<api::GetChannel>& call,
                                         const store::ReadTxn& txn) const {
    return get_channel(txn, call.params.name);
}

Result<api::Membership> Answers::operator()(const Call<api::JoinChannel>& call,
                                            store::WriteTxn& txn) const {
    return join(txn, call.user(), call.params.name, call.now);
}

Result<api::Membership> Answers::operator()(const Call<api::LeaveChannel>& call,
                                            store::WriteTxn& txn) const {
    return leave(txn, call.user(), call.params.name);
}

Result<api::ChannelPage> Answers::operator()(const Call<api::ListChannels>& call,
                                             const store::ReadTxn& txn) const {
    return list_channels(txn, call.params);
}

Result<api::ChannelMemberPage> Answers::operator()(const Call<api::ListChannelMembers>& call,
                                                   const store::ReadTxn& txn) const {
    return list_members(txn, call.params);
}

Result<api::MessagePage> Answers::operator()(const Call<api::ListMessages>& call,
                                             const store::ReadTxn& txn) const {
    return list_messages(txn, call.params);
}

Result<api::Message> Answers::operator()(const Call<api::PostMessage>& call,
                                         store::WriteTxn& txn) const {
    return post_message(txn, call.user(), call.params, {log_, call.now});
}

// ---- the log --------------------------------------------------------------------------------

Result<Answers::EventPage> Answers::operator()(const Call<api::ListEvents>& call,
                                               const store::ReadTxn& txn) const {
    return read(txn, {.after = call.params.after.value(),
                      .limit = call.params.limit.value(),
                      .topics = call.params.topics,
                      .reader = Reader::person,
                      .log = call.params.log});
}

Result<api::LogPosition> Answers::operator()(const Call<api::LocateEvents>& call,
                                             const store::ReadTxn& txn) const {
    return locate(txn, call.params);
}

Result<Answers::EventPage> Answers::operator()(const Call<api::ReadEvents>& call,
                                               const store::ReadTxn& txn) const {
    auto page = read(txn, {.after = call.params.after.value(),
                           .limit = call.params.limit.value(),
                           .topics = call.params.topics,
                           .reader = Reader::daemon,
                           .log = call.params.log});
    if (page) peers_.heard(call.params, call.now);
    return page;
}

Result<api::LogStatus> Answers::operator()(const Call<api::AskLogStatus>& /*call*/,
                                           const store::ReadTxn& txn) const {
    return peers_.status(txn);
}

Result<api::SourcePosition> Answers::operator()(const Call<api::AppendEvents>& call,
                                                store::WriteTxn& txn) const {
    return append(txn, call.params, {log_, call.now});
}

Result<api::SourcePosition> Answers::operator()(const Call<api::LocateSource>& call,
                                                const store::ReadTxn& txn) const {
    peers_.heard(call.params, call.now);
    return position_of(txn, call.params);
}

}  // namespace palette::broker
