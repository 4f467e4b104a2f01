// The rules of channels: who may open them, who is in them. A name is never another channel's.
#pragma once

#include "api/channel.hpp"
#include "broker/tables.hpp"
#include "service/call.hpp"
#include "store/txn.hpp"

#include <string>

namespace palette::broker {

// So that nobody takes all the names, and somebody who leaves is forgotten in one step.
inline constexpr std::size_t most_founded = 64;
inline constexpr std::size_t most_joined = 512;
// Each is told of what is said, in time.
inline constexpr std::uint64_t most_members = 10'000;

// not_found when there is none of that name.
[[nodiscard]] Result<ChannelRow> find_channel(const store::ReadTxn& txn,
                                              const api::ChannelName& name);
// Notes the name of somebody who writes here, of whom no event may have told yet. Refuses
// (unauthenticated) somebody whose account is gone: before anything is put.
[[nodiscard]] Result<void> check_known(const store::ReadTxn& txn, const service::Caller& who);
void note_name(store::WriteTxn& txn, const service::Caller& who);

// The founder is its first member.
[[nodiscard]] Result<api::Channel> create_channel(store::WriteTxn& txn, const service::Caller& who,
                                                  const api::CreateChannel& wanted, Timestamp now);
[[nodiscard]] Result<api::Channel> get_channel(const store::ReadTxn& txn,
                                               const api::ChannelName& name);
[[nodiscard]] Result<api::ChannelPage> list_channels(const store::ReadTxn& txn,
                                                     const api::ListChannels& wanted);

[[nodiscard]] Result<api::Membership> join(store::WriteTxn& txn, const service::Caller& who,
                                           const api::ChannelName& name, Timestamp now);
[[nodiscard]] Result<api::Membership> leave(store::WriteTxn& txn, const service::Caller& who,
                                            const api::ChannelName& name);
[[nodiscard]] Result<api::ChannelMemberPage> list_members(const store::ReadTxn& txn,
                                                          const api::ListChannelMembers& wanted);

}  // namespace palette::broker
