#include "base/clock.hpp"

#include "catch.hpp"

using palette::parse_rfc3339;
using palette::rfc3339;
using palette::Timestamp;

TEST_CASE("a moment is written in UTC with milliseconds and read back the same") {
    CHECK(rfc3339(Timestamp{0}) == "1970-01-01T00:00:00.000Z");
    CHECK(rfc3339(Timestamp{1'709'164'799'007}) == "2024-02-28T23:59:59.007Z");
    for (const std::int64_t ms :
         {0LL, 1LL, 951'782'400'000LL, 1'709'164'799'007LL, 4'102'444'800'000LL}) {
        CHECK(parse_rfc3339(rfc3339(Timestamp{ms})) == Timestamp{ms});
    }
}

TEST_CASE("anything but the one form is refused") {
    for (const char* text :
         {"", "2024-02-28", "2024-02-30T00:00:00.000Z", "2024-02-28T24:00:00.000Z",
          "2024-02-28T23:59:59Z", "2024-02-28T23:59:59.007+00:00", "2024-02-28t23:59:59.007z",
          "20x4-02-28T23:59:59.007Z"}) {
        INFO(text);
        CHECK_FALSE(parse_rfc3339(text));
    }
}
