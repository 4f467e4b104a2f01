// Waiting until a sink may be given more. On the consumer's thread.
#pragma once

#include "base/result.hpp"

namespace palette::outbox {

class Sink;
class Worker;

// Refuses (unavailable) when the worker is to stop before there is room.
[[nodiscard]] Result<void> wait_for_room(const Sink& sink, const Worker& worker);

}  // namespace palette::outbox
