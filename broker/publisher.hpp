// Live fan-out: tells subscribers of each public event once it is durable.
//
// What is published is a hint; the log is the truth. So the publisher reads what to say from the
// log itself, from the offset it has published through to the head. A subscriber that misses a
// message sees the hole by `previous` and reads the log. On the server's thread.
#pragma once

#include "api/event.hpp"
#include "rpc/address.hpp"
#include "rpc/socket.hpp"
#include "store/store.hpp"

#include <cstdint>

namespace palette::broker {

class Publisher {
  public:
    // Binds the live socket; begins after what the log holds now. All outlive it.
    Publisher(rpc::Context& context, const rpc::SocketFolder& sockets, const store::Store& store);

    // Publishes what has been appended since the last call.
    void publish();

  private:
    const store::Store& store_;
    rpc::Socket socket_;
    std::uint64_t published_through_;
};

}  // namespace palette::broker
