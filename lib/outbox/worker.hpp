// A thread that does a round of work when it is woken, when a round asks for another, or after a
// while; and that stops promptly. What the relay and the consumer have in common.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

namespace palette::outbox {

class Worker {
  public:
    // A round returns how long to wait for a call before the next one.
    using Round = std::function<std::chrono::milliseconds()>;
    // A round threw: the disk, the sockets or the memory failed. There is another one after
    // retry_after, for which this makes room.
    using Failed = std::function<void(std::string_view why)>;
    static constexpr std::chrono::milliseconds retry_after{200};

    // Both run on the worker's own thread; `failed` must not throw.
    Worker(Round round, Failed failed);
    // Ends after the round that is under way.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // Any thread.
    void wake();
    [[nodiscard]] bool stopping() const;
    // Refuses (unavailable) when it is stopping: a round gives up what it is at.
    [[nodiscard]] Result<void> may_go_on() const;

  private:
    void run();
    [[nodiscard]] std::chrono::milliseconds try_round();

    Round round_;
    Failed failed_;
    mutable std::mutex mutex_;
    std::condition_variable called_;
    bool woken_ = false;     // guarded by mutex_
    bool stopping_ = false;  // guarded by mutex_
    std::thread thread_;
};

}  // namespace palette::outbox
