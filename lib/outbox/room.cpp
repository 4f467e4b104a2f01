#include "outbox/room.hpp"

#include "outbox/sink.hpp"
#include "outbox/worker.hpp"

#include <chrono>
#include <thread>

namespace palette::outbox {

namespace {

constexpr std::chrono::milliseconds look_for_room_every{10};

}  // namespace

Result<void> wait_for_room(const Sink& sink, const Worker& worker) {
    while (!sink.has_room()) {
        if (const auto on = worker.may_go_on(); !on) return on;
        std::this_thread::sleep_for(look_for_room_every);
    }
    return {};
}

}  // namespace palette::outbox
