#include "base/fd.hpp"
#include "catch.hpp"
#include "cli/session/sessions.hpp"
#include "temporary_folder.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace palette;
using namespace palette::cli;

TEST_CASE("a lock that another process has is waited for, however long one would wait") {
    const test::TemporaryFolder folder;
    const Sessions sessions(folder.path());
    Pipe taken = make_pipe();
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = sessions.lock(api::Username("alice"), std::chrono::seconds(1));
        if (::write(taken.write.get(), "x", 1) != 1) ::_exit(1);
        ::poll(nullptr, 0, 100);
        ::_exit(lock ? 0 : 1);
    }
    REQUIRE(child > 0);
    char byte = 0;
    REQUIRE(::read(taken.read.get(), &byte, 1) == 1);
    CHECK(sessions.lock(api::Username("alice"), std::chrono::hours(24 * 30)));
    REQUIRE(::waitpid(child, nullptr, 0) == child);
}
