#include "base/fd.hpp"
#include "catch.hpp"
#include "open_store.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <future>
#include <stdexcept>
#include <thread>

namespace store = palette::store;
using namespace palette::test;
using palette::ErrorKind;
using palette::Fd;
using palette::Result;
using store::WriteTxn;

namespace {

Result<void> refusal() {
    return palette::refuse(ErrorKind::already_exists, "slug", "taken");
}

// Keeps the writer's thread busy, so that what is submitted meanwhile becomes one batch.
class BusyWriter {
  public:
    explicit BusyWriter(store::Store& opened) {
        std::promise<void> begun;
        opened.submit(
            [&begun, released = release_.get_future().share(), first = true](WriteTxn&) mutable {
                if (std::exchange(first, false)) begun.set_value();
                released.wait();
            },
            [](const Result<void>&) {});
        begun.get_future().wait();
    }
    void release() { release_.set_value(); }

  private:
    std::promise<void> release_;
};

// The answers to writes, in the order in which they came; "kept" or the kind of the refusal.
class Answers {
  public:
    auto taking(std::string name) {
        return [this, name = std::move(name)](const Result<void>& answer) {
            const std::string_view what = answer ? "kept" : palette::name_of(answer.error().kind);
            text_ += name + ":" + std::string(what) + " ";
        };
    }
    // Once the store has answered everything before it.
    std::string all(store::Store& opened) {
        static_cast<void>(opened.write([](WriteTxn&) {}));
        return text_;
    }

  private:
    std::string text_;  // the writer's thread alone writes it
};

auto put_note(std::uint64_t id) {
    return [id](WriteTxn& txn) { txn.put(notes, id, {id, "kept"}); };
}
auto put_and_refuse(std::uint64_t id) {
    return [id](WriteTxn& txn) -> Result<void> {
        txn.put(notes, id, {id, "refused"});
        return refusal();
    };
}
auto put_and_throw(std::uint64_t id) {
    return [id](WriteTxn& txn) {
        txn.put(notes, id, {id, "thrown"});
        throw std::runtime_error("a bug");
    };
}

}  // namespace

TEST_CASE("a write returns what its function returns: a result, a value or nothing") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    CHECK(opened->write([](WriteTxn&) { return 7; }) == 7);
    CHECK(opened->write([](WriteTxn&) -> Result<std::string> { return "text"; }) == "text");
    CHECK(opened->write([](WriteTxn&) {}).has_value());
    const auto refused = opened->write([](WriteTxn&) { return refusal(); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::already_exists);
    CHECK(refused.error().field == "slug");
}

TEST_CASE("a write is answered only when others can read it, and the hook follows the answer") {
    const TemporaryFolder folder;
    auto opened = open_store(folder);
    std::string order;
    const auto hook = opened->after_commit([&] { order += "hook "; });
    bool could_be_read = false;
    const store::Store& reading = *opened;
    opened->submit(put_note(1), [&](const Result<void>& answer) {
        could_be_read = answer && reading.read().has(notes, 1);
        order += "answer ";
    });
    opened.reset();
    CHECK(could_be_read);
    CHECK(order == "answer hook ");
}

TEST_CASE("all writes that wait share one commit, each seeing those before it") {
    const TemporaryFolder folder;
    auto opened = open_store(folder);
    int commits = 0;
    const auto hook = opened->after_commit([&] { ++commits; });
    BusyWriter busy(*opened);
    constexpr std::uint64_t many = 100;
    std::uint64_t sum = 0;
    for (std::uint64_t i = 0; i < many; ++i) {
        opened->submit([](WriteTxn& txn) { return txn.next_id("shared"); },
                       [&](const Result<std::uint64_t>& id) { sum += *id; });
    }
    busy.release();
    CHECK(opened->write([](WriteTxn& txn) { return txn.next_id("shared"); }) == many + 1);
    opened.reset();
    CHECK(sum == many * (many + 1) / 2);
    CHECK(commits <= 2);  // the last write may have come after the batch was taken
}

TEST_CASE("a write that throws or refuses after a put harms no other in its batch") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    Answers answers;
    BusyWriter busy(*opened);
    SECTION("one of them") {
        opened->submit(put_note(1), answers.taking("1"));
        opened->submit(put_and_throw(2), answers.taking("2"));
        opened->submit(put_note(3), answers.taking("3"));
        busy.release();
        CHECK(answers.all(*opened) == "1:kept 2:internal 3:kept ");
    }
    SECTION("two of them, so that each runs alone") {
        opened->submit(put_note(1), answers.taking("1"));
        opened->submit(put_and_refuse(2), answers.taking("2"));
        opened->submit(put_and_throw(4), answers.taking("4"));
        opened->submit(put_note(3), answers.taking("3"));
        busy.release();
        CHECK(answers.all(*opened) == "1:kept 2:already_exists 4:internal 3:kept ");
    }
    const auto txn = opened->read();
    CHECK(txn.has(notes, 1));
    CHECK_FALSE(txn.has(notes, 2));
    CHECK(txn.has(notes, 3));
    CHECK_FALSE(txn.has(notes, 4));
}

TEST_CASE("a refusal before any put costs the batch no second run") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    Answers answers;
    int runs = 0;
    BusyWriter busy(*opened);
    opened->submit([&](WriteTxn&) { ++runs; }, answers.taking("1"));
    opened->submit([](WriteTxn&) { return refusal(); }, answers.taking("2"));
    busy.release();
    CHECK(answers.all(*opened) == "1:kept 2:already_exists ");
    CHECK(runs == 1);
}

TEST_CASE("a full queue refuses at once and says when to come again") {
    const TemporaryFolder folder;
    auto options = small_options(folder.path());
    options.waiting_jobs = 2;
    Answers answers;
    const auto opened = open_store(options);
    BusyWriter busy(*opened);
    opened->submit(put_note(1), answers.taking("1"));
    opened->submit(put_note(2), answers.taking("2"));
    const auto refused = opened->write(put_note(3));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::resource_exhausted);
    CHECK(refused.error().retry_after_ms > 0);
    busy.release();
}

TEST_CASE("closing a store runs and answers what was submitted") {
    const TemporaryFolder folder;
    auto opened = open_store(folder);
    constexpr std::uint64_t many = 1'000;
    std::uint64_t kept = 0;
    for (std::uint64_t id = 0; id < many; ++id)
        opened->submit(put_note(id), [&](const Result<void>& answer) { kept += answer ? 1 : 0; });
    opened.reset();
    CHECK(kept == many);
    CHECK(open_store(folder)->read().count_rows(notes) == many);
}

TEST_CASE("answers that ask for one more write each do not keep the store from closing") {
    const TemporaryFolder folder;
    std::string last = "none";
    auto opened = open_store(folder);
    store::Store& endless = *opened;
    std::function<void(const Result<void>&)> ask_again = [&](const Result<void>& answer) {
        if (answer) return endless.submit([](WriteTxn&) {}, ask_again);
        last = palette::name_of(answer.error().kind);
    };
    endless.submit([](WriteTxn&) {}, ask_again);
    opened.reset();
    CHECK(last == "unavailable");
}

TEST_CASE("with little room on the disk writes are refused early and reads go on") {
    const TemporaryFolder folder;
    static_cast<void>(open_store(folder)->write(put_note(1)));
    auto options = small_options(folder.path());
    options.reserve_bytes = UINT64_MAX;
    const auto opened = open_store(options);
    const auto refused = opened->write(put_note(2));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::resource_exhausted);
    CHECK(opened->trouble() == refused.error().message);
    CHECK(opened->read().has(notes, 1));
    opened->set_reserve(0);
    CHECK_FALSE(opened->trouble());
}

TEST_CASE("a write that outgrows the largest size is refused and smaller ones are kept") {
    const TemporaryFolder folder;
    auto options = small_options(folder.path());
    options.map_bytes = std::size_t{1} << 20;
    const auto opened = open_store(options);
    const auto refused = opened->write([](WriteTxn& txn) {
        txn.put(notes, 1, {1, std::string(std::size_t{2} << 20, 'x')});
    });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::resource_exhausted);
    CHECK(opened->trouble() == refused.error().message);
    CHECK(opened->write(put_note(2)));
    CHECK_FALSE(opened->trouble());
}

TEST_CASE("a failed commit is acknowledged to nobody, and later writes are kept") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    REQUIRE(opened->write(put_note(1)));

    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit usual {};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &usual) == 0);
    struct rlimit none = usual;
    none.rlim_cur = opened->bytes();
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
    const auto lost = opened->write([](WriteTxn& txn) {
        txn.put(notes, 2, {2, std::string(1'000'000, 'x')});
    });
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &usual) == 0);
    std::signal(SIGXFSZ, before);

    REQUIRE_FALSE(lost);
    CHECK(lost.error().kind == ErrorKind::unavailable);
    CHECK(opened->trouble() == lost.error().message);
    CHECK(opened->read().has(notes, 1));
    CHECK_FALSE(opened->read().has(notes, 2));
    CHECK(opened->write(put_note(3)));
    CHECK_FALSE(opened->trouble());
    CHECK(opened->read().has(notes, 3));
}

namespace {

// LMDB writes its header page, which makes a commit one, through a descriptor of its own that syncs
// by itself. What becomes of that descriptor here lasts until the store is opened again.
void break_header_writes() {
    const Fd nowhere(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    int broken = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        const auto target = std::filesystem::read_symlink(entry.path(), gone);
        const int fd = std::stoi(entry.path().filename());
        if (target.filename() != "data.mdb" || (::fcntl(fd, F_GETFL) & O_DSYNC) == 0) continue;
        REQUIRE(::dup2(nowhere.get(), fd) == fd);
        ++broken;
    }
    REQUIRE(broken == 1);
}

}  // namespace

TEST_CASE(
    "a commit whose last page may be on disk or not is outcome_unknown, and the store goes on") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    REQUIRE(opened->write(put_note(1)));
    break_header_writes();
    const auto lost = opened->write(put_note(2));
    REQUIRE_FALSE(lost);
    CHECK(lost.error().kind == ErrorKind::outcome_unknown);
    CHECK(opened->read().has(notes, 1));
    CHECK(opened->write(put_note(3)));
    CHECK(opened->read().has(notes, 3));
}

TEST_CASE("many threads may write and read at once") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    constexpr std::uint64_t each = 200;
    std::atomic<std::uint64_t> missing = 0;
    std::vector<std::thread> threads;
    for (std::uint64_t first = 0; first < 4 * each; first += each) {
        threads.emplace_back([&, first] {
            for (std::uint64_t id = first; id < first + each; ++id) {
                if (!opened->write(put_note(id)) || !opened->read().has(notes, id)) ++missing;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(missing == 0);
    CHECK(opened->read().count_rows(notes) == 4 * each);
}

TEST_CASE("a hook that is gone is called no more") {
    const TemporaryFolder folder;
    const auto opened = open_store(folder);
    int calls = 0;
    {
        const auto hook = opened->after_commit([&] { ++calls; });
        REQUIRE(opened->write(put_note(1)));
        REQUIRE(opened->write(put_note(2)));
    }
    const int then = calls;
    CHECK(then >= 1);
    REQUIRE(opened->write(put_note(3)));
    CHECK(calls == then);
}
