// What a worker of this folder works with: the rest of the family, and somebody to tell.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "rpc/address.hpp"
#include "store/store.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>

namespace palette::rpc {
class Context;
}

namespace palette::outbox {

// How long a worker waits for a sibling's answer: stopping may have to wait as long, and what is
// asked may be asked again.
inline constexpr std::chrono::milliseconds answer_within{1'000};

// `warning`: somebody may have to act.
enum class NoticeLevel : std::uint8_t { info, warning };

// What an operator may want to know: an event's name and a detail. Called on the worker's thread.
using Notice =
    std::function<void(NoticeLevel level, std::string_view event, std::string_view detail)>;

// All of it outlives the worker.
struct Surroundings {
    store::Store& store;
    rpc::Context& context;
    const rpc::SocketFolder& sockets;
    const Clock& clock;
    Random& random;
    Notice notice;
};

}  // namespace palette::outbox
