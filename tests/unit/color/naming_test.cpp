#include "color/naming.hpp"

#include "catch.hpp"
#include "color/hex.hpp"
#include "test_data.hpp"

using namespace palette::color;

TEST_CASE("the nearest CSS name is the reference's") {
    for (const auto& row : palette::test::kept_rows("color/nearest-css-name.csv", ',')) {
        CAPTURE(row[0]);
        const std::string first = row[4].substr(0, row[4].find('|'));
        CHECK(nearest_css_name(parse_hex(row[0]).value()).named.color == css_color_named(first));
    }
}

TEST_CASE("a color that CSS has a name for has that name, and no other is preferred") {
    const auto red = nearest_name(parse_hex("#ff0000").value());
    CHECK(red.named.name == "red");
    CHECK(red.difference == 0);
    CHECK(nearest_name(parse_hex("#0b3954").value()).named.name == "Incremental Blue");
}

TEST_CASE("a color of the list has its own name, and one beside it the same") {
    const auto own = nearest_name(parse_hex("#a59344").value());
    CHECK(own.named.name == "18th Century Green");
    CHECK(own.difference == 0);
    const auto beside = nearest_name(parse_hex("#a59345").value());
    CHECK(beside.named.name == "18th Century Green");
    CHECK(beside.difference > 0);
    CHECK(beside.difference < 0.01);
}
