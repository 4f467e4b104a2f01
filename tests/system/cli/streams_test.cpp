// What palettectl does with the descriptors that it is started with.
#include "catch.hpp"
#include "family.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace palette;
using test::Place;

namespace {

// `palettectl up` from a shell that closed its standard streams and left `fd` open.
int up_without_streams(const Place& place, int fd) {
    const auto launched = place.launched({"up"});
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::fcntl(fd, F_SETFD, 0);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            ::close(stream);
        test::become(launched);
    }
    return test::code_of(child);
}

}  // namespace

TEST_CASE("a family comes up without standard streams, and keeps nothing of its caller's open") {
    const Place place;
    Pipe held = make_pipe();
    CHECK(up_without_streams(place, held.write.get()) == 0);
    held.write.reset();
    pollfd ended{held.read.get(), POLLIN, 0};
    CHECK(::poll(&ended, 1, test::longest_run_ms) == 1);
    CHECK((ended.revents & POLLHUP) != 0);
    place.did({"down"});
}
