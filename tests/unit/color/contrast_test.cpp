#include "color/contrast.hpp"

#include "catch.hpp"
#include "color/hex.hpp"
#include "test_data.hpp"

#include <cmath>

using namespace palette::color;

namespace {

Color hex(const std::string& text) {
    return parse_hex(text).value();
}

}  // namespace

TEST_CASE("black on white is as much as there is, and a color on itself nothing") {
    CHECK(wcag_contrast(hex("#000"), hex("#fff")) == Approx(21));
    CHECK(wcag_contrast(hex("#fff"), hex("#000")) == Approx(21));
    CHECK(wcag_contrast(hex("#777"), hex("#777")) == Approx(1));
    CHECK(apca_contrast(hex("#000"), hex("#fff")) == Approx(106.04).margin(0.01));
    CHECK(apca_contrast(hex("#fff"), hex("#000")) == Approx(-107.88).margin(0.01));
    CHECK(apca_contrast(hex("#777"), hex("#777")) == 0);
}

TEST_CASE("contrasts are the reference's") {
    for (const auto& row : palette::test::test_rows("color/contrast.csv", ',')) {
        CAPTURE(row[0], row[1]);
        const double ratio = wcag_contrast(hex(row[0]), hex(row[1]));
        CHECK(std::abs(ratio - std::stod(row[2])) < 1e-6);
        CHECK((ratio >= aa_contrast) == (row[4] == "1"));
        CHECK((ratio >= aa_large_contrast) == (row[5] == "1"));
        CHECK((ratio >= aaa_contrast) == (row[6] == "1"));
        CHECK((ratio >= aaa_large_contrast) == (row[7] == "1"));
        CHECK(std::abs(apca_contrast(hex(row[0]), hex(row[1])) - std::stod(row[8])) < 1e-4);
    }
}

TEST_CASE("a color with alpha is laid over what is below") {
    CHECK(to_hex(over(hex("#ff000080"), hex("#0000ff"))) == "#80007f");
    CHECK(to_hex(over(hex("#ff0000"), hex("#0000ff"))) == "#ff0000");
}

TEST_CASE("a contrast is enough for what it reaches, and for no more") {
    using palette::color::wcag_grade;
    using palette::color::WcagGrade;
    CHECK(wcag_grade(2.999) == WcagGrade::none);
    CHECK(wcag_grade(3) == WcagGrade::aa_large);
    CHECK(wcag_grade(4.499) == WcagGrade::aa_large);
    CHECK(wcag_grade(4.5) == WcagGrade::aa);
    CHECK(wcag_grade(6.999) == WcagGrade::aa);
    CHECK(wcag_grade(7) == WcagGrade::aaa);
}
