// What is said in channels: a row by channel and number, and an event in the log, together.
#pragma once

#include "api/channel.hpp"
#include "broker/core/log.hpp"
#include "service/call.hpp"
#include "store/txn.hpp"

namespace palette::broker {

// A public channel needs no joining.
[[nodiscard]] Result<api::Message> post_message(store::WriteTxn& txn, const service::Caller& who,
                                                const api::PostMessage& wanted,
                                                const Writing& writing);

// Newest first. Of those who are gone, what they said is not told, before it is blanked too.
[[nodiscard]] Result<api::MessagePage> list_messages(const store::ReadTxn& txn,
                                                     const api::ListMessages& wanted);

// For a log that is a copy which was put back: what was said since the copy was made has numbers
// that must not be given out again.
void pass_over_messages(store::WriteTxn& txn);

}  // namespace palette::broker
