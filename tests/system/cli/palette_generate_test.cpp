// Palettes made by chance.
#include "catch.hpp"
#include "family.hpp"

using namespace palette;
using test::Place;
using test::Ran;

TEST_CASE("a palette made by chance is made again from its seed") {
    const Place place;
    const Ran first = place.ctl({"palette", "generate", "--count", "4"});
    CHECK(first.code == 0);
    CHECK(std::count(first.out.begin(), first.out.end(), '\n') == 4);
    const auto at = first.err.find("--seed ");
    REQUIRE(at != std::string::npos);
    const std::string rest = first.err.substr(at + 7);
    const std::string seed = rest.substr(0, rest.find(' '));
    const Ran again = place.ctl({"palette", "generate", "--count", "4", "--seed", seed});
    CHECK(again.out == first.out);
    const auto drawn = first.err.substr(0, at);
    CHECK_THAT(drawn, Catch::Contains("harmony by chance: "));
    CHECK(again.err.empty());
    CHECK_THAT(
        place.did({"palette", "generate", "--seed", "7", "--json"}),
        Catch::StartsWith(R"({"items":[{"hex":"#)") && Catch::Contains(R"("seed":7,"harmony":")"));
}

TEST_CASE("locked colors stay, and what cannot be is refused with the reason") {
    const Place place;
    const std::string made = place.did({"palette", "generate", "--seed", "1", "--lock", "1=tomato",
                                        "--lock", "3=rgb(11, 57, 84)", "--harmony", "triadic"});
    CHECK(made.starts_with("#ff6347\n"));
    CHECK(made.substr(16).starts_with("#0b3954\n"));
    const Ran gray = place.ctl(
        {"palette", "generate", "--seed", "1", "--lock", "1=#777", "--min-contrast", "7"});
    CHECK(gray.code == 2);
    CHECK(gray.out.empty());
    CHECK_THAT(gray.err, Catch::Contains("the background #777777: the most is 4.68"));
    CHECK_THAT(place.ctl({"palette", "generate", "--lock", "6=red"}).err,
               Catch::Contains("--lock 6: there are 5 colors: --count 6 makes more"));
    CHECK_THAT(place.ctl({"palette", "generate", "--lock", "1=red", "--lock", "1=blue"}).err,
               Catch::Contains("--lock 1: given twice"));
    CHECK_THAT(place.ctl({"palette", "generate", "--lock", "1=#ff000080"}).err,
               Catch::Contains("is not opaque"));
    CHECK_THAT(place.ctl({"palette", "generate", "--lock", "1=cornflowr"}).err,
               Catch::Contains("did you mean cornflowerblue?"));
}
