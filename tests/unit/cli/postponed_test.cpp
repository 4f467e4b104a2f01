#include "cli/import/postponed.hpp"

#include "catch.hpp"

#include <string>

using namespace palette::cli;
using namespace std::chrono_literals;

TEST_CASE("what is put off comes back when it is due, all that is due at once") {
    Postponed<std::string> waiting;
    const Postponed<std::string>::Moment now{};
    CHECK_FALSE(waiting.first_due_in(now));
    waiting.add("late", now + 300ms);
    waiting.add("early", now + 100ms);
    waiting.add("also early", now + 100ms);
    CHECK(waiting.first_due_in(now) == 100ms);
    CHECK(waiting.take_due(now + 99ms).empty());
    CHECK(waiting.first_due_in(now + 200ms) == 0ms);
    CHECK(waiting.take_due(now + 200ms) == std::vector<std::string>{"early", "also early"});
    CHECK(waiting.first_due_in(now + 200ms) == 100ms);
    CHECK(waiting.take_due(now + 1s) == std::vector<std::string>{"late"});
    CHECK(waiting.empty());
}
