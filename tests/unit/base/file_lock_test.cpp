#include "base/file_lock.hpp"

#include "catch.hpp"
#include "temporary_folder.hpp"

#include <sys/wait.h>
#include <unistd.h>

using palette::FileLock;

TEST_CASE("a held lock names its holder to others and is free once the holder is gone") {
    const palette::test::TemporaryFolder folder;
    const auto path = folder.path() / "a.lock";
    palette::Pipe ready = palette::make_pipe();
    palette::Pipe leave = palette::make_pipe();
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto taken = FileLock::take(path);
        leave.write.reset();
        char byte = std::holds_alternative<FileLock>(taken) ? '1' : '0';
        if (::write(ready.write.get(), &byte, 1) != 1) ::_exit(1);
        ::_exit(static_cast<int>(::read(leave.read.get(), &byte, 1)));
    }
    char byte = '0';
    REQUIRE(::read(ready.read.get(), &byte, 1) == 1);
    REQUIRE(byte == '1');
    CHECK(FileLock::holder(path) == child);
    const auto refused = FileLock::take(path);
    REQUIRE(std::holds_alternative<pid_t>(refused));
    CHECK(std::get<pid_t>(refused) == child);
    CHECK_FALSE(FileLock::wait(path, 20));

    leave.write.reset();
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    CHECK_FALSE(FileLock::holder(path));
    CHECK(std::holds_alternative<FileLock>(FileLock::take(path)));
}
