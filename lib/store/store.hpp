// A store: tables in one folder, owned by one process and open in it once.
//
// Any thread may read, each in snapshots of its own. All writes run one after the other on a thread
// of the store's own, many in one commit, and are answered only once they are on disk:
//
//     const auto liked = store.write([&](WriteTxn& txn) -> Result<Count> { ... });
//
// A write function looks first and puts afterwards: it may refuse as long as it has put nothing, at
// no cost to others; a refusal or an exception after a put rolls back the whole batch, which then
// runs again without it. So it may run more than once and must change nothing but the transaction.
//
// Failures of a write come as its answer: its own refusal; `internal` for what it threw;
// `resource_exhausted` when the queue or the disk is full; `unavailable` when the store closes or
// the commit failed and kept nothing; `outcome_unknown` when it may yet turn out to have been kept.
// Reads throw (failure.hpp).
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "store/hooks.hpp"
#include "store/job.hpp"
#include "store/migration.hpp"
#include "store/renewal.hpp"
#include "store/txn.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palette::store {

// Address space, not disk: the file grows as it is filled.
inline constexpr std::size_t default_map_bytes = std::size_t{64} << 30;
// Room to delete and to close in: a full disk lets the engine do neither.
inline constexpr std::uint64_t default_reserve_bytes = std::uint64_t{64} << 20;
// One sync for so many writes is cheap enough; the first of them waits for the last.
inline constexpr std::size_t default_jobs_a_batch = 512;
// A second of writes for a slow disk. More would only wait past their deadlines.
inline constexpr std::size_t default_waiting_jobs = 16'384;

struct Options {
    std::filesystem::path folder;            // made if missing, mode 0700
    std::vector<std::string_view> tables;    // the names of all tables, of old schemas too
    std::vector<Migration> migrations = {};  // [0] moves schema 1 to 2, [1] 2 to 3, ...
    Renewal renewal = {};                    // what it captures outlives the store
    std::size_t map_bytes = default_map_bytes;
    std::uint64_t reserve_bytes = default_reserve_bytes;  // below it writes are refused
    std::size_t jobs_a_batch = default_jobs_a_batch;
    std::size_t waiting_jobs = default_waiting_jobs;
};

class Store {
  public:
    // Opens the store, makes it where there is none, and migrates it. When its file turns out to be
    // a copy that was put back, it begins another incarnation. Clock and randomness are used
    // during this call only. Throws HeldByProcess when another process has it
    // open, CannotOpen when it is newer than this program; EngineFailure; std::system_error; and
    // what a migration throws.
    Store(const Options& options, const Clock& clock, Random& random);
    // Runs what was submitted, then closes. No transaction may be left, no thread may still come.
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // Runs what was submitted; from then on writes are refused, reads go on. ~Store does it too.
    void close();

    // Below so much free disk writes are refused, from the next one on. Any thread.
    void set_reserve(std::uint64_t bytes);

    // A snapshot of all that is committed. Throws EngineFailure.
    [[nodiscard]] ReadTxn read() const;

    // Runs `run(WriteTxn&)` and waits until it is on disk. Result<T>, whether it returns that, T or
    // nothing. Not to be called from a write function, an answer or a hook: they are on the thread
    // that it would wait for.
    template <class Run>
    [[nodiscard]] Answer<Run> write(Run run) {
        std::promise<Answer<Run>> promise;
        auto answer = promise.get_future();
        expect_other_thread();
        submit(std::move(run),
               [&promise](Answer<Run> given) { promise.set_value(std::move(given)); });
        return answer.get();
    }

    // The same without waiting: `done(answer)` is called exactly once, on the writer's thread in
    // the order of submission, or at once on this thread when the queue is full. It must not throw
    // and should be short: the next batch waits for it.
    template <class Run, class Done>
    void submit(Run run, Done done) {
        submit_job(std::make_unique<FunctionJob<Run, Done>>(std::move(run), std::move(done)));
    }

    // Called on the writer's thread once after each commit that changed something, when its
    // answers have been given. Must not throw.
    Hook after_commit(std::function<void()> function);

    // 32 hex digits, random, made with the store. Any thread.
    [[nodiscard]] std::string incarnation() const;
    // Whether it began with this opening, because the file is a copy that was put back.
    [[nodiscard]] bool was_put_back() const;
    // Takes another one: for a store that turns out to be a copy put back, whose numbers others
    // have seen used for something else. Durable when it is answered, with its renewal; refused as
    // a write is. Not to be called where write() is not.
    [[nodiscard]] Result<void> begin_incarnation(Random& random);
    // What keeps it from writing: less room on the disk than is kept free, or what the last write
    // failed of, until one is kept again. Any thread.
    [[nodiscard]] std::optional<std::string> trouble() const;
    // The size of its file.
    [[nodiscard]] std::uint64_t bytes() const;

  private:
    void expect_other_thread() const;
    void submit_job(std::unique_ptr<Job> job);

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace palette::store
