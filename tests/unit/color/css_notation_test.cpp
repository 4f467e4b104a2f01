#include "color/css_notation.hpp"

#include "catch.hpp"
#include "test_data.hpp"

using namespace palette::color;

TEST_CASE("CSS notations are read and written as the web platform tests have it") {
    for (const auto& row : palette::test::test_rows("color/wpt-css-color-parsing.tsv", '\t')) {
        CAPTURE(row[2]);
        const auto notation = parse_css(row[2]);
        REQUIRE(notation.has_value() == (row[0] == "valid"));
        if (notation) CHECK(to_css(*notation) == row[3]);
    }
}

TEST_CASE("every space is written so that it reads as the same color") {
    for (const SpaceFacts& facts : all_spaces()) {
        Coordinates color{.space = facts.space, .values = {0.25, 0.125, 0.5}, .alpha = 0.5};
        color.missing.add(1);
        color.values[1] = 0;
        const std::string text = to_css(color);
        CAPTURE(text);
        const auto read = parse_css(text);
        REQUIRE(read.has_value());
        CHECK(read->color.space == color.space);
        CHECK(read->color.values == color.values);
        CHECK(read->color.alpha == color.alpha);
        CHECK(read->color.missing == color.missing);
    }
}

TEST_CASE("a fault is where it stands") {
    struct Row {
        std::string_view text;
        std::size_t offset;
        std::string expected;
    };
    const auto row =
        GENERATE(Row{"rgb(11 57", 9, "a number, a percentage, an angle or none"},
                 Row{"rgb(1 2 3 4)", 10, "/ or )"}, Row{"rgb(1, 2, 3, 4, 5)", 14, ")"},
                 Row{"rgb(1, 2 3)", 9, ","}, Row{"rgb(10%, 20, 30%)", 9, "a percentage"},
                 Row{"hsl(20% 1 1)", 4, "an angle, not a percentage"},
                 Row{"lab(50, 20, 20)", 8, "no commas"}, Row{"rgb(1 2 3) x", 11, "the end"},
                 Row{"rgb(1px 2 3)", 5, "a space, %, deg, grad, rad or turn"},
                 Row{"rgb(calc(1 + 2deg) 2 3)", 12, "the same unit on both sides"},
                 Row{"rgb(calc(1", 10, "+, -, *, / or )"},
                 Row{"rgb(1. 2 3)", 5, "a number, a percentage, an angle or none"},
                 Row{"/* x */ rbg(1 2 3)", 8,
                     "rgb, hsl, hwb, lab, lch, oklab, oklch or color before the parenthesis"});
    CAPTURE(row.text);
    const auto notation = parse_css(row.text);
    REQUIRE_FALSE(notation);
    CHECK(notation.error().offset == row.offset);
    CHECK(notation.error().expected == row.expected);
}

TEST_CASE("no text makes reading deep or long") {
    const std::string deep = "rgb(calc(" + std::string(100'000, '(');
    CHECK(parse_css(deep).error().expected == "less nesting");
    CHECK_FALSE(parse_css("rgb(" + std::string(100'000, '9') + " 1"));
    CHECK(parse_css("rgb(1e999 -1e999 1E-999)").value().color.values == Vector{1, 0, 0});
}

TEST_CASE("comments stand around words as well, and a fault behind one is where it stands") {
    CHECK(to_css(parse_css("/* x */ #0b3954 /* navy */").value()) == "rgb(11, 57, 84)");
    CHECK(parse_css("/* navy */ gren").error().offset == 14);
    CHECK_FALSE(parse_css("rgb (1 2 3)"));
}

TEST_CASE("more saturation than all is all, as in browsers") {
    CHECK(to_css(parse_css("hsl(0, 150%, 40%)").value()) == "rgb(204, 0, 0)");
}

TEST_CASE("linear Display P3 is a space of color(), and one that is not lists those that are") {
    const auto red = parse_css("color(Display-P3-linear 100% none 0.5 / 50%)").value();
    CHECK(red.color.space == Space::display_p3_linear);
    CHECK(to_css(red) == "color(display-p3-linear 1 none 0.5 / 0.5)");
    CHECK(parse_css("color(p3 1 0 0)").error().expected ==
          "srgb, srgb-linear, xyz-d50, xyz-d65, display-p3, display-p3-linear, rec2020, a98-rgb, "
          "prophoto-rgb, or xyz");
}
