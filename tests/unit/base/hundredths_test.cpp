#include "base/hundredths.hpp"

#include "catch.hpp"

using namespace palette;

TEST_CASE("a number is written with two decimals and never rounded up") {
    CHECK(two_decimals(4.497) == "4.49");
    CHECK(two_decimals(4.5) == "4.50");
    CHECK(two_decimals(0.999) == "0.99");
    CHECK(two_decimals(0) == "0.00");
    CHECK(two_decimals(7.05) == "7.05");
    CHECK(two_decimals(20.9999999999) == "21.00");
    CHECK(hundredths_reached(4.4999) == 449);
    CHECK(hundredths_reached(0.29) == 29);
}
