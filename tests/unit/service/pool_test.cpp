#include "service/pool.hpp"

#include "catch.hpp"

#include <atomic>
#include <future>

using namespace palette;

TEST_CASE("a pool finishes what waits before it goes") {
    std::atomic<int> done = 0;
    {
        service::Pool pool(2);
        for (int i = 0; i < 100; ++i)
            REQUIRE(pool.submit([&] { ++done; }));
    }
    CHECK(done == 100);
}

TEST_CASE("a pool refuses what would wait too long") {
    std::promise<void> gate;
    const std::shared_future<void> open = gate.get_future().share();
    std::promise<void> begun;
    service::Pool pool(1);
    REQUIRE(pool.submit([&] {
        begun.set_value();
        open.get();
    }));
    begun.get_future().get();
    for (std::size_t i = 0; i < service::Pool::most_waiting; ++i)
        REQUIRE(pool.submit([] {}));
    CHECK_FALSE(pool.submit([] {}));
    gate.set_value();
}
