#include "term/relative_time.hpp"

#include "catch.hpp"

using namespace palette::term;
using palette::Timestamp;

TEST_CASE("a moment is told in one unit, rounded down") {
    struct Row {
        std::int64_t seconds;
        const char* told;
    };
    constexpr std::int64_t day = 86'400;
    const auto row = GENERATE(
        Row{0, "just now"}, Row{4, "just now"}, Row{-4, "just now"}, Row{5, "5 s ago"},
        Row{59, "59 s ago"}, Row{60, "1 min ago"}, Row{3599, "59 min ago"}, Row{3600, "1 hour ago"},
        Row{7200, "2 hours ago"}, Row{day, "1 day ago"}, Row{2 * day + 5, "2 days ago"},
        Row{31 * day, "1 month ago"}, Row{364 * day, "11 months ago"}, Row{366 * day, "1 year ago"},
        Row{800 * day, "2 years ago"}, Row{-180, "in 3 min"}, Row{-2 * day, "in 2 days"});
    CAPTURE(row.seconds);
    const Timestamp now{1'800'000'000'000};
    CHECK(relative_time({now.ms - row.seconds * 1000}, now) == row.told);
}
