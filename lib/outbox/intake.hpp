// Takes a consumer's events into its store through a sink, in the transaction of its cursor.
//
// An event that was erased since is passed over. One whose effect fails most_tries times is put
// aside, and later ones of its subject behind it (parking.hpp); the rest goes on. On the consumer's
// thread.
#pragma once

#include "api/event.hpp"
#include "base/result.hpp"
#include "outbox/cursor_table.hpp"
#include "outbox/surroundings.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace palette::outbox {

class Sink;
class Worker;

class Intake {
  public:
    // Sink and store outlive it. `notice` is told what is put aside.
    Intake(std::string consumer, Sink& sink, store::Store& store, Notice notice);

    // All of them, or those before the first that could not be taken in and is to be tried again:
    // then it refuses with what went wrong. With all, the cursor moves to `through`.
    [[nodiscard]] Result<void> take(const std::vector<const api::Event*>& events,
                                    const CursorRow& through);
    // Tries again what was put aside and is to be tried again, each subject as far as it goes.
    [[nodiscard]] Result<void> retry_parked(const Worker& worker);

  private:
    struct Tries {
        std::uint64_t offset = 0;
        std::uint32_t count = 0;
    };

    [[nodiscard]] Result<void> take_together(const std::vector<const api::Event*>& events,
                                             const CursorRow& through);
    [[nodiscard]] Result<void> take_one_by_one(const std::vector<const api::Event*>& events,
                                               const CursorRow& through);
    [[nodiscard]] Result<void> try_again_or_park(const api::Event& event, const Error& failed,
                                                 const CursorRow& behind);
    void apply(const api::Event& event, store::WriteTxn& txn);

    std::string consumer_;
    Sink& sink_;
    store::Store& store_;
    Notice notice_;
    Tries tries_{};  // of the event that cannot be taken in
};

}  // namespace palette::outbox
