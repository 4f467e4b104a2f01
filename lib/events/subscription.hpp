// The public events of some topics, live and without loss: each once, in the order of the log.
//
// What is published is a hint, the log is the truth. A subscription subscribes first, then reads
// the log to its head. From there on it hands out what is published as long as it can tell that
// nothing lies between; otherwise, and whenever nothing came for a while, it reads the log from its
// cursor. It can tell when a message has the very next offset, or, being of one topic only, when
// the message before it (`previous`) is not above the cursor. With several topics `previous` proves
// nothing of the others. A message of another incarnation of the log proves nothing either: the
// broker was started anew, and knows whether the cursor is still a place in its log.
//
// While the broker is away it waits and tries again. One thread, which is the client's.
#pragma once

#include "api/log.hpp"
#include "base/result.hpp"
#include "events/live_hints.hpp"
#include "rpc/client.hpp"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace palette::events {

struct Wanted {
    api::Topics topics{};  // none named: all
    api::Offset after;     // begin with what is above (see locate.hpp)
    // The incarnation of the log that wrote `after`: it is said when that is another log by now.
    std::optional<api::Incarnation> log{};
    // When nothing came for so long, the log is looked at.
    std::chrono::milliseconds look_every{1'000};
    // Between attempts to reach a broker that is away.
    std::chrono::milliseconds retry_every{100};
    // Given to the broker for one answer; next() takes that much longer if it hangs.
    std::chrono::milliseconds answer_within{1'000};
};

class Subscription {
  public:
    // All but `wanted` outlive it.
    Subscription(rpc::Context& context, const rpc::SocketFolder& folder, rpc::Client& client,
                 Wanted wanted);

    // The next event; none when there was none in that time.
    // `out_of_range`: the log no longer has what comes next, or is another log, or an older copy
    // that was put back; the message says what is missing. That is said once: whoever asks again
    // gets what follows the last event that was the same, or the first event kept. Any other
    // refusal is the broker's own, and comes again.
    [[nodiscard]] Result<std::optional<api::Event>> next(std::chrono::milliseconds at_most);

    // All up to here has been handed out: another subscription may go on after it.
    [[nodiscard]] api::Offset cursor() const;
    // The incarnation of the log that wrote that; none when nothing was read yet.
    [[nodiscard]] const std::optional<api::Incarnation>& log() const { return log_; }

  private:
    using Moment = std::chrono::steady_clock::time_point;

    Result<void> step();
    void take_hints();
    void consider(api::Published hint);
    Result<void> look_into_log();
    void accept(const api::EventPage& page);
    Result<void> go_on_where_possible(Error missing);
    Result<void> put_off(Error error);
    void wait(Moment until);
    api::Event hand_out();

    rpc::Client& client_;
    Wanted wanted_;
    LiveHints live_;
    std::deque<api::Event> ready_;         // at most a page
    std::optional<api::Incarnation> log_;  // wrote `through_` and all of `ready_`
    std::uint64_t through_;                // what is above has not been seen; `ready_` ends here
    std::uint64_t handed_out_;
    bool behind_ = true;  // there is more in the log than has been read: hints are of no use
    Moment next_look_{};  // at the log
};

}  // namespace palette::events
