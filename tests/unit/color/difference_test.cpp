#include "color/difference.hpp"

#include "catch.hpp"
#include "color/convert.hpp"
#include "color/css_names.hpp"
#include "color/hex.hpp"
#include "test_data.hpp"

#include <algorithm>
#include <cmath>

using namespace palette::color;
using palette::test::kept_rows;

namespace {

Vector lab_at(const std::vector<std::string>& row, std::size_t first) {
    return {std::stod(row[first]), std::stod(row[first + 1]), std::stod(row[first + 2])};
}

}  // namespace

TEST_CASE("CIEDE2000 is Sharma's in all pairs, either way around") {
    const auto rows = kept_rows("color/ciede2000-sharma.csv", ',');
    CHECK(rows.size() == 34);
    for (const auto& row : rows) {
        CAPTURE(row[0]);
        CHECK(std::abs(delta_e_2000(lab_at(row, 1), lab_at(row, 4)) - std::stod(row[7])) < 0.5e-4);
        CHECK(std::abs(delta_e_2000(lab_at(row, 4), lab_at(row, 1)) - std::stod(row[7])) < 0.5e-4);
    }
}

TEST_CASE("differences are the reference's to its last digit") {
    const auto in_oklab = [](const Vector& lab) { return convert(lab, Space::lab, Space::oklab); };
    for (const auto& row : kept_rows("color/delta-e.csv", ',')) {
        const Vector one = lab_at(row, 0);
        const Vector other = lab_at(row, 3);
        CAPTURE(row[0], row[1], row[2], row[3], row[4], row[5]);
        CHECK(std::abs(delta_e_76(one, other) - std::stod(row[6])) < 0.51e-6);
        CHECK(std::abs(delta_e_2000(one, other) - std::stod(row[7])) < 0.51e-6);
        CHECK(std::abs(delta_e_cmc(one, other) - std::stod(row[8])) < 0.51e-6);
        CHECK(std::abs(delta_e_ok(in_oklab(one), in_oklab(other)) - std::stod(row[9])) < 0.51e-8);
    }
}

TEST_CASE("colors that differ by rounding alone have a difference, and it is nearly none") {
    const Vector lab{50, 10.337274561289234, -47.254809465895185};
    const Vector beside{50, 10.337274561289231, -47.254809465895185};
    CHECK(delta_e_cmc(lab, beside) < 1e-6);
    CHECK(delta_e_2000(lab, beside) < 1e-6);
}

TEST_CASE("black and white are one apart, and alpha takes no part") {
    const auto hex = [](const char* text) { return parse_hex(text).value(); };
    CHECK(difference(hex("#000"), hex("#fff")) == Approx(1.0).margin(1e-6));
    CHECK(difference(hex("#123456"), hex("#12345600")) == 0.0);
}

TEST_CASE("a difference means what the survey says, each bound the beginning of the next") {
    CHECK(likeness_of(0) == Likeness::indistinguishable);
    CHECK(likeness_of(0.99) == Likeness::indistinguishable);
    CHECK(likeness_of(1) == Likeness::nearly_alike);
    CHECK(likeness_of(2) == Likeness::close);
    CHECK(likeness_of(3.5) == Likeness::different);
    CHECK(likeness_of(5) == Likeness::two_colors);
    CHECK(likeness_of(100) == Likeness::two_colors);
}
