#include "term/swatch.hpp"

#include "catch.hpp"

#include <vector>

using namespace palette::term;
using palette::color::Color;

namespace {

const std::vector<Color> three{{0x0B, 0x39, 0x54}, {0xBF, 0xD7, 0xEA}, {0xFF, 0x66, 0x63}};

}  // namespace

TEST_CASE("swatches stand above their hex") {
    CHECK(swatches(three, Painter(Depth::truecolor), 80) ==
          "\x1b[48;2;11;57;84m▏     ▕\x1b[0m "
          "\x1b[48;2;191;215;234m▏     ▕\x1b[0m "
          "\x1b[48;2;255;102;99m▏     ▕\x1b[0m\n"
          "#0b3954 #bfd7ea #ff6663\n");
}

TEST_CASE("swatches are wrapped to the width, one to a line at least") {
    const Painter plain(Depth::none);
    CHECK(swatches(three, plain, 23) == "#0b3954 #bfd7ea #ff6663\n");
    CHECK(swatches(three, plain, 22) == "#0b3954 #bfd7ea\n#ff6663\n");
    CHECK(swatches(three, plain, 1) == "#0b3954\n#bfd7ea\n#ff6663\n");
    CHECK(swatches({}, plain, 80).empty());
}

TEST_CASE("hex with alpha keeps the columns in line") {
    const std::vector<Color> mixed{{1, 2, 3, 4}, {255, 255, 255}, {1, 2, 3, 4}};
    CHECK(swatches(mixed, Painter(Depth::none), 20) == "#01020304 #ffffff  \n#01020304\n");
}

TEST_CASE("a strip is two columns a color and ends in an ellipsis when there are more") {
    const Painter painter(Depth::ansi16);
    const Painted two = strip(std::span(three).first(2), painter, 2);
    CHECK(two.text == "\x1b[44m▏ \x1b[0m\x1b[47m ▕\x1b[0m");
    CHECK(two.columns == 4);
    const Painted cut = strip(three, painter, 1);
    CHECK(cut.text == "\x1b[44m▏▕\x1b[0m…");
    CHECK(cut.columns == 3);
}

TEST_CASE("without colors a strip says how many there are") {
    const Painter plain(Depth::none);
    CHECK(strip(three, plain, 2).text == "3 colors");
    CHECK(strip(three, plain, 2).columns == 8);
    CHECK(strip(std::span(three).first(1), plain, 2).text == "1 color");
}

TEST_CASE("a swatch has edges, so that one in the background's color is seen") {
    const Painted one = swatch(three[0], Painter(Depth::truecolor), 4);
    CHECK(one.text == "\x1b[48;2;11;57;84m▏  ▕\x1b[0m");
    CHECK(one.columns == 4);
    CHECK(swatch(three[0], Painter(Depth::truecolor), 0).columns == 2);
    CHECK(swatch(three[0], Painter(Depth::none), 4).text.empty());
}

TEST_CASE("in plain words a color is its hex and its name, and nothing is drawn") {
    const Painter plain(Depth::truecolor, Manner::plain);
    const std::vector<Color> two{{0, 0, 0}, {255, 255, 255}};
    CHECK(named_hex(two[0]) == "#000000 black");
    CHECK(named_hex({0x0B, 0x39, 0x54}) == "#0b3954 Incremental Blue");
    CHECK(swatches(two, plain, 80) == "#000000 black\n#ffffff white\n");
    CHECK(swatch(two[0], plain, 4).text.empty());
    CHECK(strip(two, plain, 2).text == "2 colors: #000000 black, #ffffff white");
    CHECK(strip(two, plain, 1).text == "2 colors: #000000 black and 1 more");
}
