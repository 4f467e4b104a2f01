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
#include "outbox/surroundings.hpp"
#include "rpc/server.hpp"
#include "service/authority.hpp"
#include "service/bind.hpp"
#include "service/deadline.hpp"
#include "service/log.hpp"
#include "service/pool.hpp"
#include "service/replies.hpp"
#include "service/self_description.hpp"
#include "service/served.hpp"
#include "service/under_way.hpp"
#include "service/writes.hpp"
#include "store/store.hpp"

#include <atomic>
#include <span>
#include <string>
#include <vector>

namespace palette::service {

class Host final : public rpc::Receiver {
    // They share a pool with writes, which must not wait for all of them.
    static constexpr std::size_t most_asked_elsewhere = 32;

  public:
    // All of it outlives the host.
    struct Parts {
        const api::Daemon& daemon;
        const Home& home;
        const api::DaemonSettings& settings;  // what the daemon was started with
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
    void misframed(api::Socket socket) override;
    void failed(std::string_view why) override;

  private:
    void handle(const rpc::Ticket& ticket, std::string_view frame);
    void route(const Asking& asking);
    void dispatch(const Asking& asking, const Binding& binding, const void* answers);
    void answer_read(const Asking& asking, const Binding& binding, const void* answers,
                     Circumstances about);
    void ask_elsewhere(const Asking& asking, Elsewhere ask);
    [[nodiscard]] Result<std::string> hear(const Elsewhere& ask, const Deadline& deadline);
    void begin_write(const Asking& asking, const Binding& binding, const void* answers,
                     Circumstances about);
    [[nodiscard]] std::optional<Caller> authenticate(const Asking& asking,
                                                     const api::Method& method);
    [[nodiscard]] Result<void> welcome(const Caller& caller) const;
    void answer_unwelcome(const Asking& asking, const Binding& binding, const Circumstances& about,
                          const Error& why);
    void verify_then_repeat(const Asking& asking);
    [[nodiscard]] Result<auth::Claims> verify(const std::string& token);
    void refuse_unread(const Asking& asking, const Error& error, std::int64_t code);

    Parts parts_;
    Authority authority_;
    api::Document document_;
    std::string frame_;
    Served served_{};
    std::size_t asked_elsewhere_ = 0;  // reads that wait for a sibling's answer
    Tally tally_;
    SelfDescription self_;
    Replies replies_;
    UnderWay under_way_;
    std::atomic<bool> stopping_ = false;
    Writes writes_;
    Pool verifiers_;  // a pool of their own: no crowd that signs in keeps others from being known
};

// What a relay or a consumer of this host works with; their notices go to the log.
[[nodiscard]] outbox::Surroundings surroundings(const Host& host);

}  // namespace palette::service
