#include "base/trim.hpp"

#include "catch.hpp"

using namespace palette;

TEST_CASE("a text loses the white space around it and keeps what is inside") {
    CHECK(trimmed(" \t sea  glass \r\n") == "sea  glass");
    CHECK(trimmed("x") == "x");
    CHECK(trimmed(" \n").empty());
    CHECK(without_leading_blanks("\n [1] ") == "[1] ");
}
