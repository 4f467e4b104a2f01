#include "base/process.hpp"

#include "catch.hpp"
#include "temporary_folder.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace palette;

namespace {

// Whether a child of ours finds the descriptor open.
bool is_open_in_child(int fd, std::vector<int> keep) {
    const std::string look = "test -e /proc/self/fd/" + std::to_string(fd);
    const pid_t child =
        spawn({.program = "/bin/sh", .arguments = {"-c", look}, .keep = std::move(keep)});
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("a child gets no descriptor that it was not given, not even one that we inherited") {
    const Fd inherited(::open("/dev/null", O_RDONLY));
    const Fd own(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    REQUIRE((inherited && own));
    CHECK_FALSE(is_open_in_child(inherited.get(), {}));
    CHECK_FALSE(is_open_in_child(own.get(), {inherited.get()}));
    CHECK(is_open_in_child(inherited.get(), {inherited.get()}));
    CHECK(is_open_in_child(own.get(), {own.get()}));
}
