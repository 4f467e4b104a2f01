#include "store/writer.hpp"

#include "store/refusals.hpp"
#include "store/txn_state.hpp"
#include "store/write_access.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace palette::store {

namespace {

// Of the time that a batch took, and at most: what the first job of the next waits for the last.
constexpr int patience_part = 2;
constexpr std::chrono::milliseconds most_patience{1};

}  // namespace

Writer::Writer(Environment& environment, const WriterLimits& limits, HookList& after_commit)
    : environment_(environment),
      limits_(limits),
      reserve_bytes_(limits.reserve_bytes),
      after_commit_(after_commit),
      thread_([this] { work(); }) {}

void Writer::close() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    work_came_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Writer::submit(std::unique_ptr<Job> job) {
    std::optional<Error> refused;
    bool wakes = false;
    {
        const std::lock_guard lock(mutex_);
        refused = refusal();
        if (!refused) waiting_.push_back(std::move(job));
        wakes = waiting_.size() == worth_waking_;
    }
    if (refused) return job->answer(&*refused);  // NOLINT(bugprone-use-after-move): it was not
    if (wakes) work_came_.notify_one();
}

std::optional<Error> Writer::refusal() const {
    if (closing_) return store_is_closing();
    if (waiting_.size() >= limits_.waiting_jobs) return queue_is_full(limits_.waiting_jobs);
    return std::nullopt;
}

void Writer::work() {
    while (true) {
        std::vector<Turn> batch = take_batch();
        if (batch.empty()) return;
        settle_batch(batch);
    }
}

// Empty only when the store closes and nothing waits anymore.
std::vector<Writer::Turn> Writer::take_batch() {
    std::unique_lock lock(mutex_);
    wait_for_jobs(lock);
    std::vector<Turn> batch;
    batch.reserve(std::min(waiting_.size(), limits_.jobs_a_batch));
    while (!waiting_.empty() && batch.size() < limits_.jobs_a_batch) {
        batch.push_back({std::move(waiting_.front())});
        waiting_.pop_front();
    }
    return batch;
}

void Writer::wait_for_jobs(std::unique_lock<std::mutex>& lock) {
    const auto enough = [this] { return closing_ || waiting_.size() >= worth_waking_; };
    worth_waking_ = 1;
    work_came_.wait(lock, enough);
    worth_waking_ = expected_;
    if (!enough()) work_came_.wait_for(lock, patience_, enough);
}

void Writer::settle_batch(std::span<Turn> turns) {
    using Clock = std::chrono::steady_clock;
    const auto begun = Clock::now();
    settle(turns);
    patience_ = std::min<Clock::duration>((Clock::now() - begun) / patience_part, most_patience);
    const std::lock_guard lock(mutex_);
    expected_ = std::min(turns.size() + waiting_.size(), limits_.jobs_a_batch);
}

namespace {

void answer_all(auto turns, const Error* failure) {
    for (auto& turn : turns) {
        const Error* own = turn.failure ? &*turn.failure : nullptr;
        turn.job->answer(failure != nullptr ? failure : own);
    }
}

}  // namespace

void Writer::settle(std::span<Turn> turns) {
    constexpr int most_attempts = 2;
    try {
        if (const auto why = environment_.recover()) return lose(turns, refusal_of(*why));
        const std::uint64_t left = environment_.free_disk_bytes();
        const std::uint64_t reserve = reserve_bytes_;
        if (left < reserve) {
            const Error full = disk_is_nearly_full(left, reserve);
            return answer_all(turns, &full);
        }
        for (int made = 0; made < most_attempts; ++made) {
            if (attempt(turns)) return;
        }
    } catch (const EngineFailure& why) {
        return lose(turns, environment_.has_given_up() ? unknown_outcome_of(why) : refusal_of(why));
    }
    settle_one_by_one(turns);
}

// A job alone is kept or out after the first attempt, so that this goes no deeper.
void Writer::settle_one_by_one(std::span<Turn> turns) {
    for (Turn& turn : turns) {
        turn.is_out = false;
        turn.failure.reset();
        settle({&turn, 1});
    }
}

bool Writer::attempt(std::span<Turn> turns) {
    bool changed = false;
    {
        WriteTxn txn(environment_.begin_write());
        for (Turn& turn : turns) {
            if (!turn.is_out && !run_in(txn, turn)) return false;
        }
        changed = WriteAccess::has_changes(txn);
        if (changed) WriteAccess::commit(txn);
    }
    if (changed) trouble_.clear();
    answer_all(turns, nullptr);
    if (changed) after_commit_.call();
    return true;
}

// Whether the job left the transaction fit for the others.
bool Writer::run_in(WriteTxn& txn, Turn& turn) {
    WriteAccess::next_function(txn);
    try {
        if (turn.job->run(txn) || !txn.dirty()) return true;
    } catch (const EngineFailure& failure) {
        turn.failure = refusal_of(failure);
        trouble_.note(turn.failure->message);
    } catch (const std::exception& failure) {
        turn.failure = Error{ErrorKind::internal, failure.what()};
    }
    turn.is_out = true;
    return false;
}

void Writer::lose(std::span<Turn> turns, Error failure) {
    // Readers should not wait for the next write. Should it fail, the next batch tries again.
    if (const auto still = environment_.recover())
        failure.message += std::string("; ") + still->what();
    trouble_.note(failure.message);
    answer_all(turns, &failure);
}

// The disk is looked at anew, so that nobody has to write for room to be seen again.
std::optional<std::string> Writer::trouble() const {
    try {
        const std::uint64_t left = environment_.free_disk_bytes();
        const std::uint64_t reserve = reserve_bytes_;
        if (left < reserve) return disk_is_nearly_full(left, reserve).message;
    } catch (const EngineFailure& failure) {
        return failure.what();
    }
    return trouble_.why();
}

}  // namespace palette::store
