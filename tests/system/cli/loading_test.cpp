// What palettectl loads before it does anything: each library costs every command a part of a
// millisecond.
#include "catch.hpp"
#include "program.hpp"

#include <string>

using namespace palette;

TEST_CASE("no command waits for a library that only some need") {
    // The loader's own: it lists what it loads, and does not start the program.
    const test::Ran ran = test::run({.arguments = {}, .variables = {"LD_TRACE_LOADED_OBJECTS=1"}});
    INFO(ran.out);
    REQUIRE(ran.code == 0);
    CHECK_THAT(ran.out, Catch::Contains("libc.so"));
    for (const std::string needed_by_some : {"libzmq", "libsodium", "libkrb5", "libzip", "libz.",
                                             "libpng", "libpugixml", "libyaml", "libfmt"}) {
        CHECK_THAT(ran.out, !Catch::Contains(needed_by_some));
    }
}
