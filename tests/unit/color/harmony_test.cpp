#include "color/harmony.hpp"

#include "catch.hpp"
#include "color/convert.hpp"
#include "color/hex.hpp"

#include <algorithm>
#include <cmath>

using namespace palette::color;

namespace {

Vector oklch(Color color) {
    return convert(coordinates_of(color), Space::oklch).values;
}

}  // namespace

TEST_CASE("a harmony has its hues, equally light, and the color itself") {
    const Color color = parse_hex("#8a6fb0").value();
    const double hue = oklch(color)[2];
    for (const HarmonyFacts& facts : all_harmonies()) {
        CAPTURE(harmony_names[static_cast<std::size_t>(facts.harmony)]);
        const auto colors = harmony_of(color, facts.harmony);
        CHECK(std::ranges::count(colors, color) == 1);
        REQUIRE((facts.hues.empty() || colors.size() == facts.hues.size()));
        for (std::size_t i = 0; i < facts.hues.size(); ++i) {
            const double apart = std::remainder(oklch(colors[i])[2] - hue - facts.hues[i], 360);
            CHECK(std::abs(apart) < 2);
            CHECK(std::abs(oklch(colors[i])[0] - oklch(color)[0]) < 0.01);
        }
    }
}

TEST_CASE("a scale goes from light to dark through the color") {
    for (const char* text : {"#0b3954", "#ffffff", "#000000", "#ff0000", "#00ff00"}) {
        const Color color = parse_hex(text).value();
        const auto colors = scale_of(color, 11);
        CAPTURE(text);
        REQUIRE(colors.size() == 11);
        CHECK(std::ranges::count(colors, color) == 1);
        CHECK(std::ranges::is_sorted(colors, std::ranges::greater{},
                                     [](Color one) { return oklch(one)[0]; }));
    }
    CHECK(scale_of(parse_hex("#123").value(), 1) == std::vector{parse_hex("#123").value()});
}
