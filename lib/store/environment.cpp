#include "store/environment.hpp"

#include "base/check.hpp"
#include "store/txn_state.hpp"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <chrono>
#include <system_error>
#include <utility>

namespace palette::store {

namespace {

// Snapshots at one time. A request holds one; the rest is room for copies and page walks.
constexpr unsigned most_readers = 256;
// A reader holds its snapshot for a page of a list: milliseconds.
constexpr std::chrono::seconds longest_wait_for_readers{2};

// NORDAHEAD doubles synced writes on a store larger than memory. NOTLS binds a snapshot to its
// object, not to its thread. Never WRITEMAP (a full disk kills the process) nor NOSYNC (a power cut
// makes the file unreadable).
constexpr unsigned environment_flags = MDB_NORDAHEAD | MDB_NOTLS;

}  // namespace

Environment::Environment(Settings settings) : settings_(std::move(settings)) {
    open();
}

void Environment::open() {
    MDB_env* made = nullptr;
    check(mdb_env_create(&made), "create a store environment");
    EnvHandle env(made);
    check(mdb_env_set_mapsize(env.get(), settings_.map_bytes), "set the store's largest size");
    check(mdb_env_set_maxreaders(env.get(), most_readers), "set the store's readers");
    check(mdb_env_set_maxdbs(env.get(), static_cast<MDB_dbi>(settings_.tables.size())),
          "set the store's tables");
    const bool read_only = settings_.access == Access::read_only;
    check(mdb_env_open(env.get(), settings_.folder.c_str(),
                       environment_flags | (read_only ? unsigned{MDB_RDONLY} : 0U),
                       S_IRUSR | S_IWUSR),
          "open the store");
    // A process that died inside a read left its snapshot behind, which keeps space from reuse.
    int left_behind = 0;
    check(mdb_reader_check(env.get(), &left_behind), "clear the store's readers");
    env_ = std::move(env);
    open_tables();
    const std::lock_guard lock(door_);
    is_open_ = true;
}

void Environment::open_tables() {
    tables_.clear();
    const bool read_only = settings_.access == Access::read_only;
    MDB_txn* begun = nullptr;
    check(mdb_txn_begin(env_.get(), nullptr, read_only ? unsigned{MDB_RDONLY} : 0U, &begun),
          "open the store's tables");
    TxnHandle txn(begun);
    for (const std::string& name : settings_.tables) {
        MDB_dbi dbi = 0;
        check(mdb_dbi_open(txn.get(), name.c_str(), read_only ? 0U : unsigned{MDB_CREATE}, &dbi),
              "open a table");
        const bool is_new = tables_.emplace(name, TableHandle{dbi, tables_.size()}).second;
        CHECK_INVARIANT(is_new);
    }
    check(mdb_txn_commit(txn.release()), "open the store's tables");
}

Environment::TableHandle Environment::table(std::string_view name) const {
    const auto found = tables_.find(name);
    CHECK_INVARIANT(found != tables_.end());
    return found->second;
}

std::vector<std::string> Environment::stored_tables() const {
    const auto state = begin_read();
    MDB_dbi names = 0;
    check(mdb_dbi_open(state->txn.get(), nullptr, 0, &names), "list the store's tables");
    MDB_cursor* opened = nullptr;
    check(mdb_cursor_open(state->txn.get(), names, &opened), "list the store's tables");
    const CursorHandle cursor(opened);
    std::vector<std::string> found;
    MDB_val name{};
    while (mdb_cursor_get(cursor.get(), &name, nullptr, MDB_NEXT) == MDB_SUCCESS)
        found.emplace_back(as_view(name));
    return found;
}

std::unique_ptr<TxnState> Environment::begin(unsigned flags) const {
    Visit visit(*this);
    MDB_txn* begun = nullptr;
    check(mdb_txn_begin(env_.get(), nullptr, flags, &begun), "begin a transaction");
    return std::make_unique<TxnState>(TxnState{this, std::move(visit), TxnHandle(begun)});
}

std::unique_ptr<TxnState> Environment::begin_read() const {
    return begin(MDB_RDONLY);
}

std::unique_ptr<TxnState> Environment::begin_write() {
    auto state = begin(0);
    state->table_writes.resize(tables_.size());
    return state;
}

bool Environment::has_given_up() const {
    MDB_txn* begun = nullptr;
    const int code = mdb_txn_begin(env_.get(), nullptr, MDB_RDONLY, &begun);
    const TxnHandle txn(begun);
    return code == MDB_PANIC;
}

std::optional<EngineFailure> Environment::recover() {
    {
        std::unique_lock lock(door_);
        if (is_open_ && !has_given_up()) return std::nullopt;
        is_open_ = false;
        if (!somebody_left_.wait_for(lock, longest_wait_for_readers,
                                     [this] { return visitors_ == 0; })) {
            return EngineFailure(EBUSY, "open the store again while it is being read");
        }
    }
    try {
        env_.reset();
        open();
        return std::nullopt;
    } catch (const EngineFailure& failure) {
        return failure;
    }
}

void Environment::sync() {
    check(mdb_env_sync(env_.get(), 1), "sync the store");
}

std::uint64_t Environment::file_bytes() const {
    return std::filesystem::file_size(file());
}

std::uint64_t Environment::free_disk_bytes() const {
    struct statvfs disk {};
    if (::statvfs(settings_.folder.c_str(), &disk) != 0) {
        throw EngineFailure(errno, "ask for the free space of the disk");
    }
    return static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
}

Environment::Visit::Visit(const Environment& environment) : environment_(&environment) {
    const std::lock_guard lock(environment.door_);
    if (!environment.is_open_) throw EngineFailure(MDB_PANIC, "begin a transaction");
    ++environment.visitors_;
}

Environment::Visit::Visit(Visit&& other) noexcept
    : environment_(std::exchange(other.environment_, nullptr)) {}

Environment::Visit::~Visit() {
    if (environment_ == nullptr) return;
    const std::lock_guard lock(environment_->door_);
    if (--environment_->visitors_ == 0) environment_->somebody_left_.notify_all();
}

}  // namespace palette::store
