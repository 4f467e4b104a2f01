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
    return read_notation(text).value().color;
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
        const Vector rgb = between(mixed.values, space, Space::srgb);
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
