// Ended sessions: their tokens are refused although their signatures are good.
//
// paletted writes down each session that it ends and tells the others (session.ended), which keep
// them from their consumers' transactions. They are looked up at every use of a token in the
// snapshot of that use: there is no copy in memory that could differ from the store after a failed
// commit. They are few, because each is forgotten once its tokens would have ended by themselves.
#pragma once

#include "api/session.hpp"
#include "service/call.hpp"
#include "service/session_id.hpp"
#include "store/table.hpp"
#include "store/txn.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace palette::service {

// When it may be forgotten.
inline constexpr store::Table<SessionId, Timestamp> ended_sessions{"ended_sessions"};
inline constexpr store::Table<std::tuple<Timestamp, SessionId>, std::uint8_t>
    ended_sessions_by_time{"ended_sessions_by_time"};

// Forgotten with each that is kept: two, so that the tables shrink while they are used.
inline constexpr std::size_t most_forgotten_at_once = 2;

// `now` is that of whoever ended it.
void keep_ended(store::WriteTxn& txn, const api::SessionEnded& ended, Timestamp now);
// The same for a sink: passes over events of other types. Throws std::runtime_error for data that
// no paletted wrote: going on would leave a stolen token good.
void learn_ended(store::WriteTxn& txn, std::string_view event_type, const api::Json& data,
                 Timestamp now);

// Refuses (unauthenticated) whose session has ended.
[[nodiscard]] Result<void> refuse_ended(const store::ReadTxn& txn, const Caller& caller);
[[nodiscard]] tl::unexpected<Error> session_ended();

}  // namespace palette::service
