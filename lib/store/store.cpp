#include "store/store.hpp"

#include "base/check.hpp"
#include "base/hex.hpp"
#include "store/birth.hpp"
#include "store/creation.hpp"
#include "store/schema.hpp"
#include "store/txn_state.hpp"
#include "store/write_access.hpp"
#include "store/writer.hpp"

#include <mutex>
#include <span>

namespace palette::store {

namespace {

Environment::Settings settings_of(const Options& options) {
    return {std::filesystem::absolute(options.folder), with_own_tables(options.tables),
            options.map_bytes};
}

Incarnation new_incarnation(Random& random) {
    Incarnation made{};
    random.fill(std::as_writable_bytes(std::span(made)));
    return made;
}

FileLock claim_store(const Options& options, const Clock& clock, Random& random) {
    return claim_or_create(settings_of(options), [&](Environment& environment) {
        describe_new_store(environment, schema_after(options.migrations),
                           {new_incarnation(random), clock.now()});
    });
}

void renew(WriteTxn& txn, const Incarnation& incarnation, const Renewal& renewal) {
    put_incarnation(txn, incarnation);
    if (renewal) renewal(txn);
}

// Whether the file is another one than the store lived in before, and so a copy. Then it begins
// another incarnation here, before anybody can read from it or write.
bool renew_if_copied(Environment& environment, const Options& options, Random& random) {
    const auto birth = birth_of(environment.file());
    const auto noted = noted_birth(environment);
    if (!birth || birth == noted) return false;
    WriteTxn txn(environment.begin_write());
    if (noted) renew(txn, new_incarnation(random), options.renewal);
    note_birth(txn, *birth);
    WriteAccess::commit(txn);
    return noted.has_value();
}

// Whether it began another incarnation.
bool make_ready(Environment& environment, const Options& options, Random& random) {
    migrate(environment, options.migrations);
    return renew_if_copied(environment, options, random);
}

}  // namespace

// In the order in which they are made; they go in the opposite one: the writer first, the lock
// last.
struct Store::Parts {
    Parts(const Options& options, const Clock& clock, Random& random)
        : lock(claim_store(options, clock, random)),
          environment(settings_of(options)),
          was_put_back(make_ready(environment, options, random)),
          incarnation(in_hex(read_identity(environment).incarnation)),
          renewal(options.renewal),
          writer(environment, {options.jobs_a_batch, options.waiting_jobs, options.reserve_bytes},
                 after_commit) {}

    FileLock lock;
    Environment environment;
    const bool was_put_back;
    std::mutex incarnation_mutex;
    std::string incarnation;  // under incarnation_mutex
    const Renewal renewal;
    HookList after_commit;
    Writer writer;
};

Store::Store(const Options& options, const Clock& clock, Random& random)
    : parts_(std::make_unique<Parts>(options, clock, random)) {}

// The writer ends while all is still whole, since its last answers may read. Every commit was
// synced: there is nothing left to do for what is on disk.
Store::~Store() {
    close();
}

void Store::close() {
    parts_->writer.close();
}

void Store::set_reserve(std::uint64_t bytes) {
    parts_->writer.set_reserve(bytes);
}

ReadTxn Store::read() const {
    return ReadTxn(parts_->environment.begin_read());
}

Hook Store::after_commit(std::function<void()> function) {
    return parts_->after_commit.add(std::move(function));
}

std::string Store::incarnation() const {
    const std::lock_guard guard(parts_->incarnation_mutex);
    return parts_->incarnation;
}

bool Store::was_put_back() const {
    return parts_->was_put_back;
}

Result<void> Store::begin_incarnation(Random& random) {
    const Incarnation made = new_incarnation(random);
    auto kept = write([&](WriteTxn& txn) { renew(txn, made, parts_->renewal); });
    if (!kept) return kept;
    const std::lock_guard guard(parts_->incarnation_mutex);
    parts_->incarnation = in_hex(made);
    return {};
}

std::optional<std::string> Store::trouble() const {
    return parts_->writer.trouble();
}

std::uint64_t Store::bytes() const {
    return parts_->environment.file_bytes();
}

void Store::expect_other_thread() const {
    CHECK_INVARIANT(!parts_->writer.is_current_thread());
}

void Store::submit_job(std::unique_ptr<Job> job) {
    parts_->writer.submit(std::move(job));
}

}  // namespace palette::store
