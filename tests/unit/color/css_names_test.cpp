#include "color/css_names.hpp"

#include "catch.hpp"
#include "color/hex.hpp"
#include "test_data.hpp"

using namespace palette::color;

TEST_CASE("a CSS name is found in any case") {
    CHECK(css_color_named("rebeccapurple") == Color{0x66, 0x33, 0x99});
    CHECK(css_color_named("CornflowerBlue") == Color{0x64, 0x95, 0xED});
    CHECK(css_color_named("grey") == css_color_named("gray"));
    CHECK(css_color_named("Transparent") == Color{0, 0, 0, 0});
}

TEST_CASE("no other word is a color") {
    const auto* name = GENERATE("", "blurple", "red ", "re", "currentcolor",
                                "lightgoldenrodyellowlightgoldenrodyellow");
    CAPTURE(name);
    CHECK(css_color_named(name) == std::nullopt);
}

TEST_CASE("every name of the table finds its own color") {
    for (const auto& [name, color] : css_colors())
        CHECK(css_color_named(name) == color);
}

TEST_CASE("the table is the published one") {
    const auto rows = palette::test::test_rows("color/css-named-colours.csv", ',');
    for (const auto& row : rows) {
        CAPTURE(row[0]);
        CHECK(css_color_named(row[0]) == parse_hex(row[1]));
    }
    CHECK((rows.empty() || rows.size() == css_colors().size()));
}
