// What every daemon is: a store, two sockets, and the way of a request between them.
//
// A read is answered on the server's thread, from a snapshot. A write goes to the store's writer,
// through the pool first when it needs slow work, and is answered after its commit. Nothing that
// comes in can stop the host: it is answered with an error, or dropped, counted and logged.
#pragma once

#include "api/directory.hpp"
#include "api/reader.hpp"
#include "base/clock.hpp"
#include "base/home.hpp"
#include "base/random.hpp"
#include "outbox/relay.hpp"
#include "rpc/server.hpp"
#include "service/authority.hpp"
#include "service/bind.hpp"
#include "service/log.hpp"
#include "service/pool.hpp"
#include "store/store.hpp"

#include <atomic>
#include <functional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace palette::service {

// What a daemon hands to the host to serve; all of it outlives the host's run.
struct Served {
    const void* answers;
    std::span<const Binding> bindings;
    // Beyond the token: is the caller still welcome? Null when the token says it all.
    Result<void> (*admit)(const void* answers, const Caller& caller, const store::ReadTxn& txn);
};

template <class Answers>
[[nodiscard]] Served served(const Answers& answers, std::span<const Binding> bindings) {
    Served made{&answers, bindings, nullptr};
    if constexpr (requires(const Caller& c, const store::ReadTxn& t) { answers.admit(c, t); }) {
        made.admit = [](const void* self, const Caller& caller, const store::ReadTxn& txn) {
            return static_cast<const Answers*>(self)->admit(caller, txn);
        };
    }
    return made;
}

class Host final : public rpc::Receiver {
  public:
    // All of it outlives the host.
    struct Parts {
        const api::Daemon& daemon;
        const Home& home;
        const api::Settings& settings;
        Log& log;
        store::Store& store;
        rpc::Context& context;
        const rpc::SocketFolder& sockets;
        rpc::Server& server;
        const Clock& clock;
        Random& random;
    };
    explicit Host(const Parts& parts);

    [[nodiscard]] const Parts& parts() const { return parts_; }
    [[nodiscard]] store::Store& store() const { return parts_.store; }
    [[nodiscard]] Log& log() const { return parts_.log; }
    [[nodiscard]] Authority& authority() { return authority_; }

    // Serves until the server is stopped. On the thread that calls it.
    void serve(const Served& served, std::vector<rpc::Server::Watched> watched);
    // No more requests; those under way are answered first. Any thread.
    void stop();

    void receive(rpc::Ticket ticket, std::string_view frame) override;
    void refused(api::Socket socket) override;
    void failed(std::string_view why) override;

  private:
    class UnderWay;
    struct Pending;
    struct Asking;

    void dispatch(const Asking& asking, const Binding& binding);
    void answer_read(const Asking& asking, const Binding& binding, Circumstances about);
    void begin_write(const Asking& asking, const Binding& binding, Circumstances about);
    void prepare_then_commit(std::shared_ptr<Pending> pending);
    [[nodiscard]] Result<void> still_wanted(const Pending& pending) const;
    void commit(std::shared_ptr<Pending> pending);
    void finish(const Pending& pending, const Result<std::string>& answer);
    [[nodiscard]] std::optional<Caller> authenticate(const Asking& asking,
                                                     const api::Method& method);
    [[nodiscard]] Result<Caller> admit(const auth::Claims& claims, const api::Method& method) const;
    void verify_then_repeat(const Asking& asking);
    [[nodiscard]] Result<auth::Claims> verify(const std::string& token);
    [[nodiscard]] bool has_room_for(const Asking& asking) const;
    void refuse(const Asking& asking, const Error& error,
                std::optional<std::int64_t> code = std::nullopt);
    void answer_common(const Asking& asking, const api::MethodRow& method);
    [[nodiscard]] api::Health health() const;

    Parts parts_;
    Authority authority_;
    api::Document document_;
    std::string frame_;
    Served served_{};
    Timestamp started_;
    std::uint64_t requests_ = 0;
    std::uint64_t refused_ = 0;
    std::atomic<std::size_t> under_way_ = 0;        // requests that were not answered at once
    std::atomic<std::size_t> bytes_under_way_ = 0;  // of their frames
    std::atomic<bool> stopping_ = false;
    // Writes with a key whose answer is still to come, by peer, id and key. Of the server's thread.
    std::unordered_set<std::string> awaited_;
    Pool pool_;
    Pool verifiers_;  // a pool of their own: no crowd that signs in keeps others from being known
};

// What a relay or a consumer of this host works with; their notices go to the log.
[[nodiscard]] outbox::Surroundings surroundings(const Host& host);

}  // namespace palette::service
