#include "color/sort.hpp"

#include "catch.hpp"
#include "color/hex.hpp"
#include "color/parse.hpp"

#include <string>

using namespace palette::color;

namespace {

constexpr Color white{255, 255, 255};

// The texts in their order, blanks between.
std::string sorted(const std::vector<std::string>& texts, Property property,
                   Direction direction = Direction::ascending, Color reference = white) {
    std::vector<SortKey> keys;
    for (const std::string& text : texts)
        keys.push_back(sort_key(parse_pasted(text).value().color, property, reference));
    std::string all;
    for (const std::size_t place : order_of(keys, direction))
        all += (all.empty() ? "" : " ") + texts[place];
    return all;
}

}  // namespace

TEST_CASE("hues go around the circle, after what looks gray") {
    CHECK(sorted({"blue", "white", "yellow", "#808080", "red", "lime", "#7f8080"}, Property::hue) ==
          "#7f8080 #808080 white red yellow lime blue");
    CHECK(sorted({"blue", "white", "red"}, Property::hue, Direction::descending) ==
          "blue red white");
}

TEST_CASE("colors are put in order by what can be measured of them") {
    CHECK(sorted({"white", "red", "black", "yellow"}, Property::lightness) ==
          "black red yellow white");
    CHECK(sorted({"red", "white", "pink"}, Property::chroma) == "white pink red");
    CHECK(sorted({"lime", "blue", "red"}, Property::luminance) == "blue red lime");
    CHECK(sorted({"black", "yellow", "red"}, Property::contrast) == "yellow red black");
    CHECK(sorted({"black", "yellow", "red"}, Property::contrast, Direction::ascending, {}) ==
          "black red yellow");
    CHECK(sorted({"red", "#fefefe", "white"}, Property::difference) == "white #fefefe red");
}

TEST_CASE("colors outside of the screen's are ordered as they are") {
    CHECK(sorted({"oklch(0.7 0.5 20)", "oklch(0.7 0.4 30)"}, Property::chroma) ==
          "oklch(0.7 0.4 30) oklch(0.7 0.5 20)");
}

TEST_CASE("what is equal stays as it stood, in both directions") {
    CHECK(sorted({"#f00", "blue", "red"}, Property::hue) == "#f00 red blue");
    CHECK(sorted({"#f00", "blue", "red"}, Property::hue, Direction::descending) == "blue #f00 red");
}
