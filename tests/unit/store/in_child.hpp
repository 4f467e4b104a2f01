// A body run in a process of its own. Nothing of a store may be open across the fork but its
// folder.
#pragma once

#include "catch.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <functional>

namespace palette::test {

// How the process ended, as waitpid says it; it ends with 0 when the body returns.
inline int in_child(const std::function<void()>& body) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        body();
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return status;
}

}  // namespace palette::test
