// Writes on their way: through the pool when they need slow work first, to the store's writer, and
// back to the server, which answers them once they are durable.
//
// A client that hears nothing sends again, under the same key: what is still under way is not begun
// twice, and what was done is answered from kept_answers.hpp.
#pragma once

#include "rpc/server.hpp"
#include "service/bind.hpp"
#include "service/kept_answers.hpp"
#include "service/log.hpp"
#include "service/pool.hpp"
#include "service/replies.hpp"
#include "service/under_way.hpp"
#include "store/store.hpp"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>

namespace palette::service {

class Writes {
  public:
    // All of it outlives the writes.
    struct Parts {
        store::Store& store;
        rpc::Server& server;
        Replies& replies;
        Log& log;
        const Clock& clock;
        const UnderWay& under_way;
    };
    explicit Writes(const Parts& parts);
    ~Writes() { close(); }
    Writes(const Writes&) = delete;
    Writes& operator=(const Writes&) = delete;

    // On the server's thread. Answers the request sooner or later, once; not at all while the same
    // request of the same peer is under way.
    void begin(const Asking& asking, std::unique_ptr<WriteCall> call, std::optional<KeptKey> key);
    // What still waits for slow work is refused from now on: it may be asked again, and stopping
    // must not take as long as a queue of passwords. Any thread.
    void stop() { stopping_ = true; }
    // Ends what is under way and closes the store: no write may end in what is gone. On the
    // server's thread.
    void close();
    // Where the slow work is done; other work of that kind may be as well.
    [[nodiscard]] Pool& pool() { return pool_; }

  private:
    struct Pending;

    void prepare_then_commit(std::shared_ptr<Pending> pending);
    [[nodiscard]] Result<void> prepare(const Pending& pending) const;
    [[nodiscard]] Result<std::string> kept_answer_or(const Pending& pending,
                                                     const Error& refusal) const;
    void commit(std::shared_ptr<Pending> pending);
    void finish(const Pending& pending, const Result<std::string>& answer);
    [[nodiscard]] Error as_told(const Pending& pending, const Error& error) const;

    const Parts parts_;
    std::atomic<bool> stopping_ = false;
    // What has a key and is under way, by peer, id and key. Of the server's thread.
    std::unordered_set<std::string> awaited_;
    Pool pool_;
};

}  // namespace palette::service
