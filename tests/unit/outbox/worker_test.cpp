#include "outbox/worker.hpp"

#include "catch.hpp"

#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>

using namespace palette;

namespace {

// Longer than any test takes.
constexpr std::chrono::milliseconds never{60'000};

const auto expect_no_failure = [](std::string_view why) { FAIL(why); };

}  // namespace

TEST_CASE("a worker that is woken does another round") {
    std::atomic<int> rounds = 0;
    std::promise<void> first;
    std::promise<void> second;
    outbox::Worker worker(
        [&] {
            if (++rounds == 1) first.set_value();
            if (rounds == 2) second.set_value();
            return never;
        },
        expect_no_failure);
    first.get_future().get();
    worker.wake();
    second.get_future().get();
}

TEST_CASE("a round is told to give up what it is at when the worker stops") {
    std::promise<outbox::Worker*> made;
    std::promise<void> began;
    std::promise<ErrorKind> ended;
    {
        outbox::Worker worker(
            [&] {
                const outbox::Worker& self = *made.get_future().get();
                began.set_value();
                while (self.may_go_on())
                    std::this_thread::yield();
                ended.set_value(self.may_go_on().error().kind);
                return never;
            },
            expect_no_failure);
        made.set_value(&worker);
        began.get_future().get();
    }
    CHECK(ended.get_future().get() == ErrorKind::unavailable);
}

TEST_CASE("a round that throws is told and tried again") {
    std::atomic<int> rounds = 0;
    std::promise<std::string> told;
    std::promise<void> again;
    outbox::Worker worker(
        [&]() -> std::chrono::milliseconds {
            if (++rounds == 1) throw std::runtime_error("the disk is gone");
            if (rounds == 2) again.set_value();
            return never;
        },
        [&](std::string_view why) { told.set_value(std::string(why)); });
    CHECK(told.get_future().get() == "the disk is gone");
    again.get_future().get();
}

TEST_CASE("a worker that waits stops at once") {
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 100; ++i) {
        const outbox::Worker worker([] { return never; }, expect_no_failure);
    }
    CHECK(std::chrono::steady_clock::now() - begun < never);
}
