// The one thread that writes. Private to the store.
//
// It takes all jobs that wait, runs each in one transaction, commits once and then answers them in
// order: one sync for the whole batch. Those whom a batch answers often ask again at once: the next
// batch waits for as many as there were, for a fraction of the time that the batch took. A job that
// throws, or refuses after it has put something, spoils the batch: it is rolled back and run again
// without that job. Spoiled again, all its jobs run alone. When the commit itself fails nobody is
// told that anything was kept; who cannot be told that nothing was is told outcome_unknown.
#pragma once

#include "store/environment.hpp"
#include "store/hooks.hpp"
#include "store/job.hpp"
#include "store/trouble.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace palette::store {

struct WriterLimits {
    std::size_t jobs_a_batch;
    std::size_t waiting_jobs;
    std::uint64_t reserve_bytes;  // when it starts; set_reserve changes it
};

class Writer {
  public:
    // All references outlive the writer.
    Writer(Environment& environment, const WriterLimits& limits, HookList& after_commit);
    ~Writer() { close(); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Any thread. A full queue answers the job at once, on the calling thread; so does a writer
    // that closes, or an answer that asks for another write could keep it from ever ending.
    void submit(std::unique_ptr<Job> job);

    // Any thread.
    void set_reserve(std::uint64_t bytes) { reserve_bytes_ = bytes; }

    // Why a write would be refused now for want of disk, or else why the last one failed. Any
    // thread.
    [[nodiscard]] std::optional<std::string> trouble() const;

    // Runs what still waits, then ends; after that it does nothing. Of one thread.
    void close();

    [[nodiscard]] bool is_current_thread() const {
        return std::this_thread::get_id() == thread_.get_id();
    }

  private:
    struct Turn {
        std::unique_ptr<Job> job;
        bool is_out = false;             // it spoiled the batch and takes part no more
        std::optional<Error> failure{};  // instead of the job's own answer
    };
    // Why no job is taken just now. Under mutex_.
    [[nodiscard]] std::optional<Error> refusal() const;
    void work();
    [[nodiscard]] std::vector<Turn> take_batch();
    void wait_for_jobs(std::unique_lock<std::mutex>& lock);
    void settle_batch(std::span<Turn> turns);
    void settle(std::span<Turn> turns);
    void settle_one_by_one(std::span<Turn> turns);
    // Whether the jobs that are not out were all run and are on disk; false when one more is out
    // now and nothing was kept. Throws EngineFailure when the commit failed.
    [[nodiscard]] bool attempt(std::span<Turn> turns);
    [[nodiscard]] bool run_in(WriteTxn& txn, Turn& turn);
    void lose(std::span<Turn> turns, Error failure);

    Environment& environment_;
    const WriterLimits limits_;
    std::atomic<std::uint64_t> reserve_bytes_;
    HookList& after_commit_;
    Trouble trouble_;

    std::mutex mutex_;
    std::condition_variable work_came_;
    std::deque<std::unique_ptr<Job>> waiting_;        // under mutex_
    std::size_t worth_waking_ = 1;                    // so many must wait; under mutex_
    bool closing_ = false;                            // under mutex_
    std::size_t expected_ = 1;                        // jobs of the next batch; the thread's
    std::chrono::steady_clock::duration patience_{};  // of it; the thread's
    std::thread thread_;                              // last: it uses all of the above
};

}  // namespace palette::store
