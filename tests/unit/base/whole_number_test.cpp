#include "base/whole_number.hpp"

#include "catch.hpp"

#include <cstdint>

using namespace palette;

TEST_CASE("a whole number is the whole text") {
    CHECK(whole_number<std::uint64_t>("18446744073709551615") == 18446744073709551615U);
    CHECK(whole_number<int>("-7") == -7);
    const auto* text = GENERATE("", " 7", "7 ", "+7", "0x7", "7.0", "256", "-1");
    CAPTURE(text);
    CHECK_FALSE(whole_number<std::uint8_t>(text));
}
