#include "base/fd.hpp"
#include "catch.hpp"
#include "open_store.hpp"

#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <fstream>
#include <thread>
#include <vector>

namespace store = palette::store;
using namespace palette::test;
using palette::ErrorKind;
using store::WriteTxn;

namespace {

// Writes notes without end from a few threads and tells each acknowledged one through the pipe.
[[noreturn]] void write_until_killed(const store::Options& options, int acknowledged) {
    constexpr std::uint64_t writers = 4;
    const auto opened = open_store(options);
    std::vector<std::thread> threads;
    for (std::uint64_t writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            for (std::uint64_t id = writer;; id += writers) {
                const auto kept = opened->write([&](WriteTxn& txn) {
                    txn.put(notes, id, {id, "kept"});
                });
                // A write of 8 bytes to a pipe is whole or not at all.
                if (!kept || ::write(acknowledged, &id, sizeof(id)) != sizeof(id)) ::_exit(1);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    ::_exit(1);
}

// A file system of its own, as small as asked for; not mounted when we may not.
class SmallDisk {
  public:
    explicit SmallDisk(std::filesystem::path place) : place_(std::move(place)) {
        std::filesystem::create_directory(place_);
        mounted_ = ::mount("none", place_.c_str(), "tmpfs", 0, "size=16m") == 0;
    }
    ~SmallDisk() {
        if (mounted_) ::umount2(place_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool is_mounted() const { return mounted_; }
    [[nodiscard]] const std::filesystem::path& place() const { return place_; }

  private:
    std::filesystem::path place_;
    bool mounted_ = false;
};

}  // namespace

TEST_CASE("every acknowledged write is there after a kill, however often") {
    const TemporaryFolder folder;
    const auto options = small_options(folder.path());
    constexpr int kills = 5;
    constexpr std::size_t acknowledgements_before_kill = 100;
    for (int round = 0; round < kills; ++round) {
        palette::Pipe pipe = palette::make_pipe();
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) write_until_killed(options, pipe.write.get());
        pipe.write.reset();
        std::vector<std::uint64_t> acknowledged;
        std::uint64_t id = 0;
        while (::read(pipe.read.get(), &id, sizeof(id)) == sizeof(id)) {
            acknowledged.push_back(id);
            if (acknowledged.size() == acknowledgements_before_kill) ::kill(child, SIGKILL);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        REQUIRE(acknowledged.size() >= acknowledgements_before_kill);

        const auto opened = open_store(options);
        const auto txn = opened->read();
        for (const std::uint64_t kept : acknowledged)
            REQUIRE(txn.get(notes, kept) == Note{kept, "kept"});
    }
}

TEST_CASE("a disk that runs full loses nothing acknowledged, and writes resume with room") {
    const TemporaryFolder folder;
    const SmallDisk disk(folder.path() / "disk");
    if (!disk.is_mounted()) {
        WARN("skipped: mounting a small disk is not permitted: " << std::strerror(errno));
        return;
    }
    const auto ballast = disk.place() / "ballast";
    std::ofstream(ballast) << std::string(std::size_t{4} << 20, 'x');
    const auto opened = open_store(small_options(disk.place()));
    const auto write_one = [&](std::uint64_t id) {
        return opened->write([id](WriteTxn& txn) {
            txn.put(notes, id, {id, std::string(100'000, 'x')});
        });
    };
    std::uint64_t kept = 0;
    palette::Result<void> answer;
    while ((answer = write_one(kept + 1)))
        ++kept;
    INFO(answer.error().message);
    CHECK((answer.error().kind == ErrorKind::resource_exhausted ||
           answer.error().kind == ErrorKind::unavailable));
    for (std::uint64_t id = 1; id <= kept; ++id)
        REQUIRE(opened->read().has(notes, id));
    CHECK(opened->read().count_rows(notes) == kept);

    std::filesystem::remove(ballast);
    CHECK(write_one(kept + 1));
    CHECK(opened->read().count_rows(notes) == kept + 1);
}
