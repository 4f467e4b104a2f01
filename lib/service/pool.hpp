// A few threads for slow work: hashing passwords, checking signatures, asking siblings.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace palette::service {

class Pool {
  public:
    // Work that waits beyond this is refused: whoever asks is told to come back.
    static constexpr std::size_t most_waiting = 512;

    explicit Pool(std::size_t threads);
    ~Pool() { close(); }
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    // From any thread. False when too much is waiting. `work` must not throw.
    [[nodiscard]] bool submit(std::function<void()> work);
    // Finishes what is waiting and takes no more. Not from a thread of the pool.
    void close();

  private:
    void run();

    std::mutex mutex_;
    std::condition_variable something_;
    std::deque<std::function<void()>> waiting_;  // guarded by mutex_
    bool closing_ = false;                       // guarded by mutex_
    std::vector<std::thread> threads_;
};

}  // namespace palette::service
