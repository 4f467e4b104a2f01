#include "api/decimal.hpp"

#include "api/reader.hpp"
#include "api/schema.hpp"
#include "api/writer.hpp"
#include "catch.hpp"

using namespace palette;
using namespace palette::api;

namespace {

constexpr DecimalRule height_rule{"Height", "how high", 150, -200, 9'999'999'999'999};
using Height = Decimal<height_rule>;

struct Tree {
    Height height;

    static constexpr std::string_view name_of_shape = "Tree";
    static constexpr auto fields() { return std::array{field<&Tree::height>("Its height")}; }
};

Result<Tree> read(std::string_view number) {
    return read_json<Tree>(R"({"height":)" + std::string(number) + "}");
}

}  // namespace

TEST_CASE("a decimal is read from any way of writing it, and written with two decimals") {
    const struct {
        std::string_view given;
        std::string_view written;
    } cases[] = {
        {"4.25", "4.25"}, {"4.2", "4.20"},   {"4", "4.00"},   {"425e-2", "4.25"},
        {"0.07", "0.07"}, {"-0.5", "-0.50"}, {"-2", "-2.00"}, {"99999999999.99", "99999999999.99"}};
    for (const auto& one : cases) {
        const auto tree = read(one.given);
        INFO(one.given);
        REQUIRE(tree);
        CHECK(to_json(*tree) == R"({"height":)" + std::string(one.written) + "}");
    }
}

TEST_CASE("what is no decimal of its rule is refused, and the fault says what would be one") {
    for (const std::string_view bad : {"4.255", "\"4\"", "-2.01", "1e300", "1e999", "true", "[]"}) {
        INFO(bad);
        CHECK_FALSE(read(bad));
    }
    CHECK_THAT(read("7.125").error().message,
               Catch::Contains("a number with at most two decimals from -2.00 to 99999999999.99"));
}

TEST_CASE("a mean is rounded to the nearest hundredth, and nothing has none") {
    CHECK(Height::mean(9, 2)->hundredths() == 450);
    CHECK(Height::mean(10, 3)->hundredths() == 333);
    CHECK(Height::mean(20, 3)->hundredths() == 667);
    CHECK(Height::mean(1, 200)->hundredths() == 1);
    CHECK_FALSE(Height::mean(0, 0));
}

TEST_CASE("documents call a decimal a number with its bounds") {
    std::string schema;
    append_schema(schema, shape_of<Height>);
    CHECK_THAT(schema, Catch::Contains(R"("type":"number")") &&
                           Catch::Contains(R"("minimum":-2.00)") &&
                           Catch::Contains(R"("multipleOf":0.01)"));
}
