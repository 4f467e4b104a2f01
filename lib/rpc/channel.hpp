// One daemon's socket as a client sees it: a DEALER that is connected while somebody listens there,
// and closed, with all that waits in it, when nobody does.
//
// Of the client's thread.
#pragma once

#include "api/directory.hpp"
#include "rpc/address.hpp"
#include "rpc/client.hpp"
#include "rpc/socket.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace palette::rpc {

using Moment = std::chrono::steady_clock::time_point;

class Channel {
  public:
    // All but `patience` outlive the channel.
    Channel(Context& context, const SocketFolder& folder, const api::Daemon& daemon,
            api::Socket which, Patience patience);

    [[nodiscard]] bool leads_to(const api::Daemon& daemon, api::Socket which) const;

    // Whether somebody listens. A look that is fresh enough for Patience is not repeated, and a
    // message is as good as a look.
    [[nodiscard]] bool listening(Moment now);
    // False when there is no connection or its queue is full.
    [[nodiscard]] bool send(std::string_view frame);
    // The frame of the next reply; false when there is none. What has no such frame is passed over.
    [[nodiscard]] bool receive(Message& message, Moment now);
    // To wait for; null while there is no connection.
    [[nodiscard]] Socket* socket() { return socket_ ? &*socket_ : nullptr; }

  private:
    Context& context_;
    const SocketFolder& folder_;
    const api::Daemon& daemon_;
    api::Socket which_;
    std::string name_;
    Patience patience_;
    std::optional<Socket> socket_;
    Moment looked_{};
};

}  // namespace palette::rpc
