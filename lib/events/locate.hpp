// Where to begin: places in the log, as people say them, turned into offsets.
#pragma once

#include "api/log.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "rpc/client.hpp"

#include <variant>

namespace palette::events {

struct LogStart {};  // with the oldest event kept
struct LogEnd {};    // with what comes from now on

// A moment means what entered the log since; an offset, what is above it.
using Place = std::variant<LogEnd, LogStart, Timestamp, api::Offset>;

// The offset after which a reader begins. An offset is taken as it is, and the broker not asked: if
// the log has lost what is above it, whoever reads on is told.
[[nodiscard]] Result<api::Offset> locate(rpc::Client& client, const Place& place,
                                         const rpc::CallOptions& options = {});

}  // namespace palette::events
