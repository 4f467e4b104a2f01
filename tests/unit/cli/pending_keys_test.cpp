#include "cli/session/pending_keys.hpp"

#include "base/fd.hpp"
#include "catch.hpp"
#include "temporary_folder.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

using namespace palette;
using namespace palette::cli;

namespace {

const Timestamp noon{1'800'000'000'000};
const PendingWrite creation{"alice", "palette.create", R"({"title":"Dusk"})"};

Uuid key_of(Timestamp at) {
    SystemRandom random;
    return make_uuid7(at, random);
}

// An attempt that ended without an answer.
Uuid left_by(const PendingKeys& keys, const PendingWrite& write, Timestamp at) {
    return keys.begin(write, key_of(at), at).key();
}

std::ptrdiff_t files_in(const std::filesystem::path& folder) {
    const std::filesystem::directory_iterator files(folder);
    return std::distance(begin(files), end(files));
}

}  // namespace

TEST_CASE("the same write finds its key, another does not") {
    const test::TemporaryFolder folder;
    const PendingKeys keys(folder.path() / "pending");
    CHECK_FALSE(keys.take_up(creation, noon));
    const Uuid key = left_by(keys, creation, noon);
    for (const PendingWrite& other :
         {PendingWrite{"bob", creation.method, creation.params},
          PendingWrite{creation.who, "palette.delete", creation.params},
          PendingWrite{creation.who, creation.method, R"({"title":"Dawn"})"},
          PendingWrite{"alicepalette", ".create", creation.params}}) {
        CHECK_FALSE(keys.take_up(other, noon));
    }
    // Taken up and left once more, it is still there.
    CHECK(keys.take_up(creation, noon)->key() == key);
    keys.take_up(creation, noon)->settle();
    CHECK_FALSE(keys.take_up(creation, noon));
    CHECK(files_in(folder.path() / "pending") == 0);
}

TEST_CASE("what a living process is at is not taken from it") {
    const test::TemporaryFolder folder;
    const PendingKeys keys(folder.path() / "pending");
    Pipe begun = make_pipe();
    const pid_t child = ::fork();
    if (child == 0) {
        const auto attempt = keys.begin(creation, key_of(noon), noon);
        if (::write(begun.write.get(), "x", 1) != 1) ::_exit(1);
        ::pause();
        ::_exit(0);
    }
    REQUIRE(child > 0);
    char byte = 0;
    REQUIRE(::read(begun.read.get(), &byte, 1) == 1);
    CHECK_FALSE(keys.take_up(creation, noon));
    ::kill(child, SIGKILL);
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    CHECK(keys.take_up(creation, noon));
}

TEST_CASE("an empty file of that name is nobody's attempt") {
    const test::TemporaryFolder folder;
    const PendingKeys keys(folder.path() / "pending");
    left_by(keys, creation, noon);
    const std::filesystem::directory_iterator files(folder.path() / "pending");
    std::filesystem::resize_file(files->path(), 0);
    CHECK_FALSE(keys.take_up(creation, noon));
}

TEST_CASE("a key older than daemons keep it is dropped, what another has half made is not") {
    const test::TemporaryFolder folder;
    const PendingKeys keys(folder.path() / "pending");
    left_by(keys, creation, noon);
    const Timestamp next_day = noon + std::chrono::hours(24);
    CHECK_FALSE(keys.take_up(creation, next_day));
    std::ofstream(folder.path() / "pending" /
                  ("0123456789abcdef." + to_string(key_of(next_day)) + ".new"));
    left_by(keys, {"bob", creation.method, creation.params}, next_day);
    CHECK(files_in(folder.path() / "pending") == 2);
}
