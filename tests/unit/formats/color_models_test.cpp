#include "formats/color_models.hpp"

#include "catch.hpp"

using namespace palette;
using namespace palette::formats;
using color::Color;

TEST_CASE("every 8-bit color goes to HSB and back") {
    for (unsigned i = 0; i < 0x100'0000; i += 257) {
        const Color color{static_cast<std::uint8_t>(i >> 16U), static_cast<std::uint8_t>(i >> 8U),
                          static_cast<std::uint8_t>(i)};
        const auto hsb = hsb_of(color);
        if (color_of_hsb(hsb[0], hsb[1], hsb[2]) != color) FAIL_CHECK(i);
    }
}

TEST_CASE("ink takes light away") {
    Conversions conversions;
    CHECK(conversions.cmyk(0, 0, 0, 0) == Color{255, 255, 255});
    CHECK(conversions.cmyk(1, 0, 0, 0) == Color{0, 255, 255});
    CHECK(conversions.cmyk(0.3, 0.9, 0.1, 1) == Color{0, 0, 0});
    CHECK(conversions.cmyk(0, 0.5, 1, 0.2) == Color{204, 102, 0});
}

TEST_CASE("Lab is relative to D50, and what no screen shows is mapped") {
    Conversions conversions;
    CHECK(conversions.lab(100, 0, 0) == Color{255, 255, 255});
    CHECK(conversions.lab(54.2917, 80.8125, 69.8851) == Color{255, 0, 0});
    CHECK(conversions.lab(76, -67, 66).g > 180);
}

TEST_CASE("what was converted is said, each by its number") {
    Conversions none;
    CHECK(none.remarks().empty());
    Conversions one;
    static_cast<void>(one.lab(50, 0, 0));
    CHECK(one.remarks() ==
          std::vector<std::string>{"1 Lab color was converted to sRGB without a profile"});
    Conversions both = one;
    for (int i = 0; i < 3; ++i)
        static_cast<void>(both.cmyk(0, 0, 0, 0));
    CHECK(both.remarks() == std::vector<std::string>{"3 CMYK colors and 1 Lab color were converted "
                                                     "to sRGB without a profile"});
}

TEST_CASE("parts outside of 0 to 1 are clipped") {
    CHECK(color_of_rgb(-1, 0.5, 2) == Color{0, 128, 255});
    CHECK(color_of_gray(0.2) == Color{51, 51, 51});
    CHECK(color_of_hsb(1.5, 2, 1) == Color{0, 255, 255});
}
