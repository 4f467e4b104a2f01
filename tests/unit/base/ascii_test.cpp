#include "base/ascii.hpp"

#include "catch.hpp"

#include <algorithm>
#include <array>

using namespace palette;

TEST_CASE("letters change their case, and no other byte does") {
    CHECK(to_lower("Sea GLASS 09 @[`{ \xc3\x89") == "sea glass 09 @[`{ \xc3\x89");
    CHECK(to_upper("Sea glass 09 @[`{ \xc3\xa9") == "SEA GLASS 09 @[`{ \xc3\xa9");
    CHECK(to_lower("").empty());
    for (int byte = 0; byte < 256; ++byte) {
        INFO(byte);
        const char c = static_cast<char>(byte);
        CHECK((to_lower(c) != c) == is_upper(c));
        CHECK((to_upper(c) != c) == is_lower(c));
        CHECK(to_upper(to_lower(c)) == to_upper(c));
    }
}

TEST_CASE("each byte is at most one of digit, upper case and lower case") {
    std::array<int, 4> count{};
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        count[0] += is_digit(c) ? 1 : 0;
        count[1] += is_lower(c) ? 1 : 0;
        count[2] += is_upper(c) ? 1 : 0;
        count[3] += is_letter(c) ? 1 : 0;
        CHECK(int{is_digit(c)} + int{is_lower(c)} + int{is_upper(c)} <= 1);
    }
    CHECK(count == std::array{10, 26, 26, 52});
    CHECK((is_digit('0') && is_digit('9') && is_lower('a') && is_lower('z')));
    CHECK((is_upper('A') && is_upper('Z')));
}

TEST_CASE("texts are compared without regard to the case of ASCII letters alone") {
    CHECK(equals_ignoring_case("Alice", "aLICE"));
    CHECK(equals_ignoring_case("", ""));
    CHECK_FALSE(equals_ignoring_case("alice", "alic"));
    CHECK_FALSE(equals_ignoring_case("[", "{"));
    CHECK_FALSE(equals_ignoring_case("\xc3\x89", "\xc3\xa9"));
}
