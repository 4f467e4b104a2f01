#include "term/indexed_color.hpp"

#include "catch.hpp"

using namespace palette::term;
using palette::color::Color;

TEST_CASE("the table is xterm's") {
    CHECK(indexed_color(1) == Color{0xCD, 0, 0});
    CHECK(indexed_color(16) == Color{0, 0, 0});
    CHECK(indexed_color(67) == Color{95, 135, 175});
    CHECK(indexed_color(231) == Color{255, 255, 255});
    CHECK(indexed_color(232) == Color{8, 8, 8});
    CHECK(indexed_color(255) == Color{238, 238, 238});
}

TEST_CASE("a color of cube or grays is its own nearest") {
    for (int i = 16; i < 256; ++i) {
        const Color own = indexed_color(static_cast<std::uint8_t>(i));
        CHECK(indexed_color(nearest_of_256(own)) == own);
    }
}

TEST_CASE("each of the 16 is its own nearest") {
    for (std::uint8_t i = 0; i < 16; ++i)
        CHECK(nearest_of_16(indexed_color(i)) == i);
}

TEST_CASE("nearest is what looks nearest") {
    CHECK(indexed_color(nearest_of_256({0x80, 0x80, 0x80})) == Color{128, 128, 128});
    CHECK(nearest_of_256({0x81, 0x7F, 0x80}) == 244);
    CHECK(nearest_of_16({0xF0, 0x10, 0x10}) == 9);
    CHECK(nearest_of_16({0x0B, 0x39, 0x54}) == 4);
}
