#include "supervisor/backoff.hpp"

#include "catch.hpp"

using palette::supervisor::Backoff;
using namespace std::chrono_literals;

TEST_CASE("the wait doubles from a tenth of a second to ten seconds and stays there") {
    Backoff backoff;
    std::vector<std::chrono::milliseconds> waits;
    for (int death = 0; death < 9; ++death)
        waits.push_back(backoff.after(0ms));
    CHECK(waits == std::vector<std::chrono::milliseconds>{100ms, 200ms, 400ms, 800ms, 1'600ms,
                                                          3'200ms, 6'400ms, 10s, 10s});
}

TEST_CASE("a daemon that lived for half a minute starts with the shortest wait again") {
    Backoff backoff;
    CHECK(backoff.after(0ms) == 100ms);
    CHECK(backoff.after(29'999ms) == 200ms);
    CHECK(backoff.after(30s) == 100ms);
    CHECK(backoff.after(0ms) == 200ms);
}
