// What the broker publishes: two frames, the topic and the JSON of api::Published.
//
// Messages may be lost (a slow reader, a broker that restarts) and come twice: they hint at the
// log. Connected, and connected again, by libzmq; whether anybody publishes is not known. Of the
// subscription's thread.
#pragma once

#include "api/log.hpp"
#include "api/reader.hpp"
#include "rpc/address.hpp"
#include "rpc/socket.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace palette::events {

class LiveHints {
  public:
    // Subscribes to each of the topics; none named: to all. `context` and `folder` outlive it.
    LiveHints(rpc::Context& context, const rpc::SocketFolder& folder, const api::Topics& topics);

    // The next one; none when nothing is there. What nobody can read is passed over.
    [[nodiscard]] std::optional<api::Published> take();
    // All that is there now: for one who reads the log whatever they say.
    void pass_over();
    // Until one may be there. A signal ends it early.
    void wait(std::chrono::milliseconds at_most);

  private:
    [[nodiscard]] bool is_wanted(std::string_view topic) const;

    rpc::Socket socket_;
    api::Topics topics_;
    rpc::Message message_;
    api::Document document_;
};

}  // namespace palette::events
