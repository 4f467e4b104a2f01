#include "color/gamut.hpp"

#include "catch.hpp"
#include "color/hex.hpp"
#include "test_data.hpp"

#include <cmath>

using namespace palette::color;

TEST_CASE("OKLCH is mapped into sRGB as CSS does it") {
    for (const auto& row : palette::test::kept_rows("color/oklch-to-srgb.csv", ',')) {
        const Coordinates color{
            .space = Space::oklch,
            .values = {std::stod(row[0]), std::stod(row[1]), std::stod(row[2])}};
        CAPTURE(row[0], row[1], row[2]);
        const Vector rgb = convert(color.values, Space::oklch, Space::srgb);
        for (std::size_t i = 0; i < rgb.size(); ++i)
            CHECK(std::abs(rgb[i] - std::stod(row[3 + i])) < 0.6e-8);
        CHECK(is_in_srgb(color) == (row[6] == "1"));
        CHECK(to_hex(to_color(color)) == row[8]);
    }
}

TEST_CASE("a half goes up, also one that a conversion took a little from") {
    CHECK(to_hex(to_color({.space = Space::hwb, .values = {120, 30, 50}})) == "#4d804d");
    CHECK(to_hex(to_color({.space = Space::srgb, .values = {0.5, 0, 0}})) == "#800000");
}

TEST_CASE("alpha comes along, and is nothing where it is missing") {
    CHECK(to_hex(to_color({.values = {1, 0, 0}, .alpha = 0.5})) == "#ff000080");
    Coordinates color{.values = {1, 0, 0}};
    color.missing.add(Missing::alpha);
    CHECK(to_hex(to_color(color)) == "#ff000000");
}
