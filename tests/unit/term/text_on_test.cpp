#include "term/text_on.hpp"

#include "catch.hpp"

using namespace palette::term;
using palette::color::Color;

namespace {

constexpr Color slate{0x2E, 0x34, 0x40};
constexpr Color sky{0x81, 0xA1, 0xC1};

}  // namespace

TEST_CASE("text is seen where two unlike colors would become one of sixteen") {
    const Painter painter(Depth::ansi16);
    REQUIRE(painter.foreground(sky) == "\x1b[90m");
    REQUIRE(painter.background(slate) == "\x1b[100m");
    CHECK(text_on(painter, sky, slate) == "\x1b[100m\x1b[36m");
    const Painter of_256(Depth::ansi256);
    const Color nearly{0x2E, 0x34, 0x41};
    REQUIRE(of_256.foreground(nearly).substr(4) == of_256.background(slate).substr(4));
    CHECK(text_on(of_256, nearly, slate).substr(11) != of_256.foreground(nearly));
}

TEST_CASE("other text is as it is painted alone, and a color on itself stays unseen") {
    for (const Depth depth : {Depth::none, Depth::ansi16, Depth::ansi256, Depth::truecolor}) {
        const Painter painter(depth);
        const Color red{0xFF, 0, 0};
        CHECK(text_on(painter, red, slate) == painter.background(slate) + painter.foreground(red));
        CHECK(text_on(painter, red, red) == painter.background(red) + painter.foreground(red));
    }
    const Painter full(Depth::truecolor);
    CHECK(text_on(full, sky, slate) == full.background(slate) + full.foreground(sky));
}
