#include "color/vision.hpp"

#include "catch.hpp"
#include "color/hex.hpp"
#include "test_data.hpp"

#include <cstdlib>

using namespace palette::color;

namespace {

struct Case {
    Deficiency deficiency;
    double severity;
    std::size_t column;
};
constexpr std::array cases{Case{Deficiency::protan, 0.5, 1}, Case{Deficiency::protan, 1, 3},
                           Case{Deficiency::deutan, 0.5, 5}, Case{Deficiency::deutan, 1, 7},
                           Case{Deficiency::tritan, 0.5, 9}, Case{Deficiency::tritan, 1, 11}};

bool are_near(Color one, Color other) {
    return std::abs(one.r - other.r) <= 1 && std::abs(one.g - other.g) <= 1 &&
           std::abs(one.b - other.b) <= 1;
}

}  // namespace

TEST_CASE("colors are seen as the reference has it") {
    for (const auto& row : palette::test::kept_rows("color/cvd-simulation.csv", ',')) {
        for (const auto& [deficiency, severity, column] : cases) {
            const Color seen = seen_with(deficiency, severity, parse_hex(row[0]).value());
            CAPTURE(row[0], column, to_hex(seen), row[column]);
            CHECK(are_near(seen, parse_hex(row[column]).value()));
        }
    }
}

TEST_CASE("without severity nothing changes, and alpha never does") {
    const Color color = parse_hex("#12ab3480").value();
    CHECK(seen_with(Deficiency::tritan, 0, color) == color);
    CHECK(seen_with(Deficiency::deutan, 1, color).a == 0x80);
}
