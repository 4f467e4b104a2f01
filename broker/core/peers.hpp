// Who reads the log and who writes it, as they were heard last.
//
// A consumer's place is noted in memory at each read and written to the store now and then: a read
// is no reason to sync the disk. What is on disk is older, so it only keeps the log for longer. Any
// thread.
#pragma once

#include "api/log.hpp"
#include "api/source.hpp"
#include "broker/tables.hpp"
#include "store/txn.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace palette::broker {

// A consumer that is lost for so long does not come back: `status` need not tell of it any more.
inline constexpr std::chrono::hours lost_are_kept{30 * 24};

class Peers {
  public:
    // A consumer was given what is above this offset. More consumers than are counted for
    // (api::most_consumers) are given events, but the log does not wait for them.
    void heard(const api::ReadEvents& reading, Timestamp now);
    // A source asked how far it has come.
    void heard(const api::LocateSource& source, Timestamp now);

    // A number of what was heard: each time a consumer is heard it is one more.
    using Hearing = std::uint64_t;
    // Writes down consumers that were heard since the last time, and forgets those that are lost
    // and were not heard for long. Through which hearing. Any write function.
    [[nodiscard]] Hearing save(store::WriteTxn& txn, Timestamp now) const;
    [[nodiscard]] bool has_unsaved() const;
    // After save() was committed.
    void saved(Hearing through);

    [[nodiscard]] api::LogStatus status(const store::ReadTxn& txn) const;

  private:
    // By number, not by moment: the clock may be set back.
    struct HeardConsumer {
        ConsumerRow row{};
        Hearing hearing = 0;
    };
    struct HeardSource {
        std::uint64_t newest = 0;
        Timestamp at{};
    };
    [[nodiscard]] api::SourceStatus status_of(const std::string& source,
                                              const std::string& incarnation,
                                              const SourceRow& held) const;

    mutable std::mutex mutex_;
    // Guarded by mutex_.
    std::map<std::string, HeardConsumer> consumers_;
    std::map<std::string, HeardSource> sources_;
    Hearing newest_ = 0;
    Hearing saved_ = 0;
};

// Consumers that the log could wait for no longer.
[[nodiscard]] std::vector<std::string> lost_consumers(const store::ReadTxn& txn);

}  // namespace palette::broker
