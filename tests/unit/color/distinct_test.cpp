#include "color/distinct.hpp"

#include "catch.hpp"
#include "color/contrast.hpp"
#include "color/convert.hpp"
#include "color/gamut.hpp"

#include <algorithm>

using namespace palette::color;

namespace {

std::vector<Color> distinct(const DistinctWish& wish) {
    return distinct_colors(wish).value();
}

// What is usually done: hues at equal distances, of one lightness and chroma.
std::vector<Color> equal_hues(std::size_t count) {
    std::vector<Color> colors;
    for (std::size_t i = 0; i < count; ++i) {
        const double hue = 360.0 * static_cast<double>(i) / static_cast<double>(count);
        colors.push_back(to_color({.space = Space::oklch, .values = {0.7, 0.15, hue}}));
    }
    return colors;
}

}  // namespace

TEST_CASE("distinct colors differ by more than hues at equal distances do") {
    const auto count = GENERATE(2, 3, 5, 8, 16, 64);
    const auto measure = GENERATE(Measure::ciede2000, Measure::ok);
    const auto eyes = GENERATE(Eyes::full, Eyes::any);
    CAPTURE(count, measure, eyes);
    const auto wanted = static_cast<std::size_t>(count);
    const auto colors = distinct({.count = wanted, .measure = measure, .eyes = eyes});
    REQUIRE(colors.size() == wanted);
    CHECK(least_difference(colors, measure, eyes) >
          1.2 * least_difference(equal_hues(wanted), measure, eyes));
}

TEST_CASE("moving colors leaves them farther apart than the choice of the farthest alone") {
    constexpr double by_choice_alone = 36.3;  // the best of eight seeds
    CHECK(least_difference(distinct({.count = 8}), Measure::ciede2000, Eyes::full) >
          1.15 * by_choice_alone);
}

TEST_CASE("the same wish has the same colors, another seed has others") {
    CHECK(distinct({.count = 6}) == distinct({.count = 6}));
    CHECK(distinct({.count = 6, .seed = 7}) == distinct({.count = 6, .seed = 7}));
    CHECK(distinct({.count = 6}) != distinct({.count = 6, .seed = 7}));
}

TEST_CASE("given colors are in the set as they are, and first") {
    const std::vector<Color> from{{0x0b, 0x39, 0x54}, {0xbf, 0xd7, 0xea}};
    const auto colors = distinct({.count = 5, .from = from});
    REQUIRE(colors.size() == 5);
    CHECK(std::equal(from.begin(), from.end(), colors.begin()));
    CHECK(least_difference(colors, Measure::ciede2000, Eyes::full) > 30);
    CHECK(distinct({.count = 2, .from = from}) == from);
}

TEST_CASE("what stands on a background can be seen on it, and is not it") {
    for (const Color ground : {white, black, Color{0x0b, 0x39, 0x54}}) {
        const auto colors = distinct({.count = 8, .on = {ground}});
        CHECK(std::ranges::all_of(
            colors, [&](Color one) { return wcag_contrast(one, ground) >= graphic_contrast; }));
    }
    CHECK(distinct_colors({.count = 2, .on = {white, black}}).has_value());
    // Nothing has 3:1 with all of these.
    CHECK_FALSE(distinct_colors({.count = 2, .on = {white, black, {0x76, 0x76, 0x76}}}));
}

TEST_CASE("the least difference of one color is none") {
    CHECK(least_difference({white}, Measure::ok, Eyes::full) == 0);
    CHECK(distinct({.count = 1}).size() == 1);
}
