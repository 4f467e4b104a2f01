// A request under way: how it is sent, and what it comes to when no answer comes.
#pragma once

#include "base/result.hpp"
#include "rpc/channel.hpp"
#include "rpc/client.hpp"

#include <cstdint>
#include <string>

namespace palette::rpc {

struct InFlight {
    Asked asked;
    Channel* channel;  // of the client, as long as it lives
    Client::Done done;
    Moment deadline;
    Moment next_send{};
    int times_sent = 0;
    std::string doubt{};  // the last refusal that did not tell whether the write was done

    // Gives a write that needs one a key.
    void take_key(Random& random);
    [[nodiscard]] std::string frame(std::uint64_t id, Moment now) const;
    // Whether a write may have been done although this came as its answer.
    [[nodiscard]] bool may_be_done(const Error& refusal) const;
    // The error for a request that is over its deadline.
    [[nodiscard]] Error given_up(Moment now) const;
};

[[nodiscard]] Error not_running(const api::Daemon& daemon);

}  // namespace palette::rpc
