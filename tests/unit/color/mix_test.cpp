#include "color/mix.hpp"

#include "catch.hpp"
#include "color/css_notation.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"
#include "test_data.hpp"

#include <cmath>

using namespace palette::color;

namespace {

Coordinates coords(std::string_view text) {
    return parse_css(text).value().color;
}

double hue(std::string_view one, std::string_view other, HueWay way, double share = 0.5) {
    return mix(coords(one), coords(other), share, {Space::oklch, way}).values[2];
}

}  // namespace

TEST_CASE("mixtures are the reference's to its last digit") {
    for (const auto& row : palette::test::kept_rows("color/mix.csv", ',')) {
        CAPTURE(row[0], row[1], row[2], row[3]);
        const Space space = space_named(row[2]).value();
        const Coordinates mixed = mix(coords(row[0]), coords(row[1]), std::stod(row[3]), {space});
        const Vector rgb = convert(mixed.values, space, Space::srgb);
        for (std::size_t i = 0; i < rgb.size(); ++i)
            CHECK(std::abs(rgb[i] - std::stod(row[4 + i])) < 0.51e-7);
    }
}

TEST_CASE("a hue goes the way it is told") {
    const char* const red = "oklch(0.5 0.1 20)";
    const char* const violet = "oklch(0.5 0.1 320)";
    CHECK(hue(red, violet, HueWay::shorter) == Approx(350));
    CHECK(hue(red, violet, HueWay::longer) == Approx(170));
    CHECK(hue(red, violet, HueWay::increasing) == Approx(170));
    CHECK(hue(red, violet, HueWay::decreasing) == Approx(350));
    CHECK(hue(violet, red, HueWay::increasing) == Approx(350));
}

// Figures: CSS Color Module Level 4, section 12.4, by hand.
TEST_CASE("hues that lie across, or on each other, go as CSS has it") {
    const auto at = [](int degrees) { return "oklch(0.5 0.1 " + std::to_string(degrees) + ")"; };
    CHECK(hue(at(270), at(90), HueWay::shorter) == Approx(180));
    CHECK(hue(at(90), at(270), HueWay::shorter) == Approx(180));
    CHECK(hue(at(90), at(270), HueWay::longer) == Approx(180));
    CHECK(hue(at(40), at(40), HueWay::longer) == Approx(220));
    CHECK(hue(at(40), at(40), HueWay::increasing) == Approx(40));
}

TEST_CASE("only what means the same in both spaces stays missing") {
    const Coordinates white = coords("white");
    const auto light = mix(coords("hsl(120 50% none)"), white, 0.5, {Space::oklab});
    CHECK(light.values[0] == Approx(1));
    const auto black = mix(coords("hwb(120 none 30%)"), white, 0.5, {Space::oklab});
    CHECK_FALSE(black.missing.any());
    const auto both = mix(coords("lab(none 50 20)"), coords("lab(none 50 20)"), 0.5, {});
    CHECK(both.missing.has(0));
    CHECK(both.values[0] == 0);
}

TEST_CASE("what one of them lacks is the other's") {
    CHECK(hue("oklch(0.5 0.1 none)", "oklch(0.5 0.1 90)", HueWay::shorter) == Approx(90));
    CHECK(hue("#808080", "oklch(0.5 0.1 90)", HueWay::shorter) == Approx(90));
    CHECK(hue("hsl(none 40% 50%)", "oklch(0.5 0.1 90)", HueWay::shorter) == Approx(90));
    const auto alpha =
        mix(coords("rgb(0 0 0 / none)"), coords("rgb(0 0 0 / 0.4)"), 0.5, {Space::srgb});
    CHECK(alpha.alpha == Approx(0.4));
    const auto both = mix(coords("oklch(0.5 0.1 none)"), coords("#808080"), 0.5, {Space::oklch});
    CHECK(both.missing.has(2));
}

TEST_CASE("a color that is nearly not there takes nearly no part") {
    const auto mixed = mix(coords("rgb(255 0 0 / 0)"), coords("rgb(0 0 255)"), 0.5, {Space::srgb});
    CHECK(to_hex(to_color(mixed)) == "#0000ff80");
}

TEST_CASE("a gradient begins and ends with what it was given, and passes through the middle") {
    const std::vector<Coordinates> through{coords("#ff0000"), coords("#ffffff"), coords("#0000ff")};
    const auto colors = gradient(through, 5, {Space::srgb});
    REQUIRE(colors.size() == 5);
    CHECK(to_hex(to_color(colors[0])) == "#ff0000");
    CHECK(to_hex(to_color(colors[1])) == "#ff8080");
    CHECK(to_hex(to_color(colors[2])) == "#ffffff");
    CHECK(to_hex(to_color(colors[4])) == "#0000ff");
    CHECK(to_hex(to_color(gradient(through, 1, {}).front())) == "#ff0000");
    CHECK(to_hex(to_color(gradient({coords("#0b3954")}, 3, {}).back())) == "#0b3954");
}
