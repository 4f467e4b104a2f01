// How a host answers. Of the server's thread.
#pragma once

#include "api/envelope.hpp"
#include "rpc/server.hpp"
#include "service/log.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palette::service {

// A request that is being looked at.
struct Asking {
    const rpc::Ticket& ticket;
    const api::Request& request;
    std::string_view frame;
};

// For what threw: its reason is for the log alone.
[[nodiscard]] Error internal_error();
[[nodiscard]] Error too_much_is_waiting();
[[nodiscard]] Error daemon_is_stopping();

// A frame that answers so. Any thread.
[[nodiscard]] std::string frame_of(std::string_view id, const Result<std::string>& answer);

class Replies {
  public:
    // Both outlive it.
    Replies(rpc::Server& server, Log& log) : server_(server), log_(log) {}

    // A whole frame. A peer that is gone or does not read has lost it.
    void send(const rpc::Ticket& ticket, std::string_view frame);
    // A result's JSON.
    void answer(const Asking& asking, std::string json);
    void refuse(const Asking& asking, const Error& error,
                std::optional<std::int64_t> code = std::nullopt);

  private:
    rpc::Server& server_;
    Log& log_;
};

}  // namespace palette::service
