#include "color/convert.hpp"

#include "catch.hpp"
#include "color/hex.hpp"
#include "color/lab.hpp"
#include "color/transfer.hpp"
#include "test_data.hpp"

#include <cmath>

using namespace palette::color;
using palette::test::kept_rows;

namespace {

Coordinates hex(const std::string& text) {
    return coordinates_of(parse_hex(text).value());
}

// A column of the reference, printed to so many decimals, beside a component of ours.
struct Column {
    Space space;
    std::size_t component;
    double half_digit;
};

constexpr double at_5 = 0.5e-5 + 1e-9;
constexpr double at_6 = 0.5e-6 + 1e-9;
constexpr double at_8 = 0.5e-8 + 1e-11;

const std::vector<Column> columns{
    {Space::srgb_linear, 0, at_8}, {Space::srgb_linear, 1, at_8}, {Space::srgb_linear, 2, at_8},
    {Space::xyz_d65, 0, at_8},     {Space::xyz_d65, 1, at_8},     {Space::xyz_d65, 2, at_8},
    {Space::lab, 0, at_6},         {Space::lab, 1, at_6},         {Space::lab, 2, at_6},
    {Space::lch, 1, at_6},         {Space::lch, 2, at_5},         {Space::oklab, 0, at_8},
    {Space::oklab, 1, at_8},       {Space::oklab, 2, at_8},       {Space::oklch, 1, at_8},
    {Space::oklch, 2, at_5},       {Space::hsl, 0, at_5},         {Space::hsl, 1, at_5},
    {Space::hsl, 2, at_5},         {Space::hwb, 0, at_5},         {Space::hwb, 1, at_5},
    {Space::hwb, 2, at_5},         {Space::hsv, 0, at_5},         {Space::hsv, 1, at_5},
    {Space::hsv, 2, at_5}};

}  // namespace

TEST_CASE("conversions are the reference's to its last digit, and so is a hue that says nothing") {
    for (const auto& row : kept_rows("color/conversions.csv", ',')) {
        const Coordinates color = hex(row[0]);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto [space, component, half_digit] = columns[i];
            const Coordinates ours = convert(color, space);
            const std::string& theirs = row[i + 1];
            CAPTURE(row[0], name_of(space), component);
            REQUIRE(ours.missing.has(component) == (theirs == "none"));
            if (theirs == "none") continue;
            CHECK(std::abs(ours.values[component] - std::stod(theirs)) < half_digit);
        }
    }
}

TEST_CASE("every space leads back to where a color came from") {
    for (const auto& row : kept_rows("color/conversions.csv", ',')) {
        const Coordinates color = hex(row[0]);
        for (const SpaceFacts& facts : all_spaces()) {
            const Coordinates back = convert(convert(color, facts.space), Space::srgb);
            CAPTURE(row[0], name_of(facts.space));
            for (std::size_t i = 0; i < back.values.size(); ++i)
                CHECK(std::abs(back.values[i] - color.values[i]) < 1e-12);
        }
    }
}

TEST_CASE("the short way from a color of the screen to OKLab ends where the long one does") {
    for (const auto& row : kept_rows("color/conversions.csv", ',')) {
        const Vector shorter = oklab_of(parse_hex(row[0]).value());
        const Vector longer = convert(hex(row[0]), Space::oklab).values;
        CAPTURE(row[0]);
        for (std::size_t i = 0; i < shorter.size(); ++i)
            CHECK(std::abs(shorter[i] - longer[i]) < 1e-14);
    }
}

TEST_CASE("light in the primaries of Display P3 is what its numbers stand for") {
    const Vector encoded{0.25, 0.5, 0.75};
    const Vector light = convert(encoded, Space::display_p3, Space::display_p3_linear);
    for (std::size_t i = 0; i < light.size(); ++i)
        CHECK(std::abs(light[i] - srgb_decoded(encoded[i])) < 1e-15);
    // Source: the definition of Display P3, CSS Color 4, section 10.4: the luminance of its green.
    const Vector green = convert({0, 1, 0}, Space::display_p3_linear, Space::xyz_d65);
    CHECK(std::abs(green[1] - 0.691738521836506) < 1e-12);
}

TEST_CASE("white is white in every RGB space, and lightest in every other") {
    const Coordinates white = hex("#fff");
    for (const Space space : {Space::srgb_linear, Space::display_p3, Space::display_p3_linear,
                              Space::rec2020, Space::a98_rgb, Space::prophoto_rgb}) {
        CAPTURE(name_of(space));
        for (const double value : convert(white, space).values)
            CHECK(std::abs(value - 1) < 1e-12);
    }
    CHECK(std::abs(convert(white, Space::lab).values[0] - 100) < 1e-9);
    CHECK(std::abs(convert(white, Space::oklch).values[0] - 1) < 1e-7);
}

// Figures: CSS Color Module Level 4, section 10, and ITU-R BT.1886.
TEST_CASE("wide RGB spaces are those of CSS") {
    const auto in_xyz = [](Space space, const Vector& values) {
        return convert(values, space, Space::xyz_d65);
    };
    CHECK(std::abs(in_xyz(Space::display_p3, {1, 0, 0})[0] - 608'311.0 / 1'250'200) < 1e-12);
    CHECK(std::abs(in_xyz(Space::rec2020, {0, 1, 0})[1] - 472'592'308.0 / 697'040'785) < 1e-12);
    CHECK(std::abs(in_xyz(Space::a98_rgb, {0, 0, 1})[2] - 4'929'758.0 / 4'972'835) < 1e-12);
    CHECK(std::abs(convert({0.5, 0.5, 0.5}, Space::rec2020, Space::xyz_d65)[1] -
                   std::pow(0.5, 2.4)) < 1e-12);
    CHECK(std::abs(convert({1, 0, 0}, Space::prophoto_rgb, Space::xyz_d50)[0] -
                   0.79776664490064230) < 1e-9);
}

TEST_CASE("what is missing stays so in the same space, and alpha in every other") {
    Coordinates color{.space = Space::oklch, .values = {0.5, 0.1, 0}};
    color.missing.add(2);
    color.missing.add(Missing::alpha);
    CHECK(convert(color, Space::oklch).missing == color.missing);
    const Missing kept = convert(color, Space::srgb).missing;
    CHECK(kept.has(Missing::alpha));
    CHECK_FALSE(kept.has(0));
}

TEST_CASE("a hue is below a whole turn, and what is outside sRGB has a finite HSV") {
    CHECK(convert({.space = Space::lab, .values = {50, 50, -1e-17}}, Space::lch).values[2] == 0);
    for (const double value : convert({.values = {1e-320, -1, -1}}, Space::hsv).values)
        CHECK(std::isfinite(value));
}
