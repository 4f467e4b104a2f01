// Asking daemons: calls with a deadline, retries that repeat nothing, and pipelines.
//
// A Client belongs to one thread. Its rules for a request that got no answer:
//   - nobody listens at the socket: `unavailable` at once, naming the daemon;
//   - a read, or a method that may be repeated, is sent again every resend_after until the
//   deadline;
//     then a read is `deadline_exceeded`;
//   - any other write is sent again only under its key (a UUIDv7, one for each call unless given);
//     without an answer by the deadline it is `outcome_unknown`, and the error's hint shows the
//     key.
// A reply that comes late, to a request given up, is dropped.
#pragma once

#include "api/directory.hpp"
#include "api/envelope.hpp"
#include "api/reader.hpp"
#include "api/writer.hpp"
#include "base/random.hpp"
#include "rpc/address.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace palette::rpc {

inline constexpr std::chrono::milliseconds resend_after{1'000};
inline constexpr std::chrono::milliseconds default_timeout{5'000};
// Requests in flight in one pipeline; more wait until some are answered.
inline constexpr std::size_t most_in_flight = 256;

class Context;

struct CallOptions {
    std::chrono::milliseconds timeout = default_timeout;
    std::optional<api::Token> auth{};
    std::optional<Uuid> key{};
};

// A request ready to be sent: what a pipeline takes and a raw call is.
struct Asked {
    const api::Daemon* daemon;
    const api::MethodRow* method;
    std::string params;  // JSON
    CallOptions options{};
    api::Socket socket = api::Socket::client;
};

class Client {
  public:
    // All three outlive the client.
    Client(Context& context, const SocketFolder& folder, Random& random);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // Waits for the answer. Daemons ask each other on the sibling sockets by themselves: a method
    // that exists only there is sent there.
    template <class M>
    [[nodiscard]] Result<typename M::Result> call(const M& params,
                                                  const CallOptions& options = {}) {
        auto json = ask(asked_of(params, options));
        if (!json) return refuse(std::move(json.error()));
        return api::read_json<typename M::Result>(*json, api::Unknown::ignored);
    }

    // The result's JSON, as the daemon sent it.
    [[nodiscard]] Result<std::string> ask(Asked asked);

    // Pipelining: `done` is called from pump(), send() or finish(), once for each request, in
    // whatever order the answers come. send() pumps when most_in_flight are under way.
    using Done = std::function<void(Result<std::string> json)>;
    void send(Asked asked, Done done);
    // Handles what has come, waiting at most so long for the first; returns how many are under way.
    std::size_t pump(std::chrono::milliseconds at_most);
    // Until all are answered or over their deadline.
    void finish();

    template <class M>
    [[nodiscard]] static Asked asked_of(const M& params, const CallOptions& options = {}) {
        return {.daemon = &api::daemon_of<M>(),
                .method = &api::row_of<M>,
                .params = api::to_json(params),
                .options = options,
                .socket = M::method.socket == api::Socket::sibling ? api::Socket::sibling
                                                                   : api::Socket::client};
    }

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace palette::rpc
