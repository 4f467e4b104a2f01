// Asking daemons: calls with a deadline, retries that repeat nothing, and pipelines.
//
// A Client belongs to one thread. A daemon that has not been heard for a while is looked for before
// it is asked. What happens to a request that gets no answer:
//   - nobody listens when it is made: `unavailable` at once, naming the daemon;
//   - a read, or a method that may be repeated, is sent again every `resend_after` until its
//     deadline; so is any other write, but only under its key (a UUIDv7, made for the call unless
//     given), so that it has one effect;
//   - at its deadline, a read is `deadline_exceeded`, or `unavailable` if nobody listens by then;
//   - a write is `outcome_unknown`, and the error's hint shows the key; one that never left this
//     process is as a read.
// A daemon that cannot tell whether a write was done is as one that gave no answer; so is one that
// refuses a write that was sent more than once, for a reason that says nothing of the first time.
// A reply that comes late, to a request given up, is dropped; so is what nobody can read.
#pragma once

#include "api/directory.hpp"
#include "api/envelope.hpp"
#include "api/reader.hpp"
#include "api/writer.hpp"
#include "base/random.hpp"
#include "rpc/address.hpp"
#include "rpc/timeouts.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace palette::rpc {

inline constexpr std::chrono::milliseconds resend_after{1'000};
// Requests in flight in one pipeline; more wait until some are answered.
inline constexpr std::size_t most_in_flight = 256;

// How long silence is borne. Tests have less time.
struct Patience {
    // After a daemon has been silent for so long, it is looked for and asked again.
    std::chrono::milliseconds resend_after = rpc::resend_after;
    // How often one that was not there is looked for.
    std::chrono::milliseconds look_again{50};
};

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

// Whether a refusal of a repeated write tells what became of the write. That a daemon is away, has
// no room or fails does not.
[[nodiscard]] bool tells_outcome(ErrorKind refusal);

// A result that is not what the method's description says: a fault of the daemon.
[[nodiscard]] Error misread(const api::Daemon& daemon, const api::Method& method,
                            const Error& fault);

class Client {
  public:
    // The first three outlive the client.
    Client(Context& context, const SocketFolder& folder, Random& random, Patience patience = {});
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
        auto result = api::read_json<typename M::Result>(*json, api::Unknown::ignored);
        if (!result) return refuse(misread(api::daemon_of<M>(), M::method, result.error()));
        return result;
    }

    // The result's JSON, as the daemon sent it.
    [[nodiscard]] Result<std::string> ask(Asked asked);

    // Pipelining: `done` is called from pump(), send(), ask() or finish(), once for each request,
    // in whatever order the answers come. It may send more. send() pumps while most_in_flight are
    // under way.
    using Done = std::function<void(Result<std::string> json)>;
    void send(Asked asked, Done done);
    // Handles what has come, waiting at most so long for the first (less when a request is to be
    // sent again or is over its deadline); returns how many are under way.
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
