#include "term/paint.hpp"

#include "catch.hpp"

using namespace palette::term;
using palette::color::Color;

namespace {

constexpr Color sea{0x0B, 0x39, 0x54};
constexpr Color red{0xFF, 0, 0};

}  // namespace

TEST_CASE("a color is written as the depth allows") {
    CHECK(Painter(Depth::truecolor).foreground(sea) == "\x1b[38;2;11;57;84m");
    CHECK(Painter(Depth::truecolor).background(sea) == "\x1b[48;2;11;57;84m");
    CHECK(Painter(Depth::ansi256).foreground(red) == "\x1b[38;5;196m");
    CHECK(Painter(Depth::ansi256).background(red) == "\x1b[48;5;196m");
    CHECK(Painter(Depth::ansi16).foreground(red) == "\x1b[91m");
    CHECK(Painter(Depth::ansi16).background(red) == "\x1b[101m");
    CHECK(Painter(Depth::ansi16).background({0, 0, 0}) == "\x1b[40m");
}

TEST_CASE("without colors nothing is painted") {
    const Painter plain(Depth::none);
    CHECK(plain.foreground(sea).empty());
    CHECK(plain.background(sea).empty());
    CHECK(plain.bold().empty());
    CHECK(plain.dim().empty());
    CHECK(plain.reset().empty());
    CHECK(plain.styled(plain.bold(), "Sea") == "Sea");
}

TEST_CASE("a style ends with its text") {
    const Painter painter(Depth::ansi16);
    CHECK(painter.styled(painter.bold(), "Sea") == "\x1b[1mSea\x1b[0m");
    CHECK(painter.styled("", "Sea") == "Sea");
}

TEST_CASE("in plain words nothing is painted, whatever the terminal can do") {
    const Painter plain(Depth::truecolor, Manner::plain);
    CHECK(plain.is_plain());
    CHECK_FALSE(plain.paints());
    CHECK(plain.bold().empty());
    CHECK_FALSE(Painter(Depth::none).is_plain());
}
