#include "color/spaces.hpp"

#include "catch.hpp"
#include "color/css_names.hpp"
#include "color/hex.hpp"
#include "test_data.hpp"

#include <algorithm>

using namespace palette::color;

namespace {

Color hex(const std::string& text) {
    return parse_hex(text).value();
}

Color nearest_css(Color color) {
    const auto distance = [&](const CssColor& named) { return difference(named.color, color); };
    return std::ranges::min(css_colors(), {}, distance).color;
}

}  // namespace

TEST_CASE("black and white are one apart, and alpha takes no part") {
    CHECK(difference(hex("#000"), hex("#fff")) == Approx(1.0).margin(1e-6));
    CHECK(difference(hex("#123456"), hex("#12345600")) == 0.0);
}

TEST_CASE("conversions agree with the reference") {
    for (const auto& row : palette::test::test_rows("color/conversions.csv", ',')) {
        const auto value = [&](std::size_t column) {
            return Approx(std::stod(row[column])).epsilon(0).margin(1.1e-8);
        };
        CAPTURE(row[0]);
        const LinearRgb light = to_linear(hex(row[0]));
        CHECK((light.r == value(1) && light.g == value(2) && light.b == value(3)));
        const Xyz xyz = to_xyz(light);
        CHECK((xyz.x == value(4) && xyz.y == value(5) && xyz.z == value(6)));
        const Oklab lab = to_oklab(hex(row[0]));
        CHECK((lab.l == value(12) && lab.a == value(13) && lab.b == value(14)));
    }
}

TEST_CASE("the nearest CSS name by difference is the reference's") {
    for (const auto& row : palette::test::test_rows("color/nearest-css-name.csv", ',')) {
        CAPTURE(row[0]);
        const std::string first = row[4].substr(0, row[4].find('|'));
        CHECK(nearest_css(hex(row[0])) == css_color_named(first));
    }
}
