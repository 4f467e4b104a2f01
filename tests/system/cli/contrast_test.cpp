// The contrasts of a palette's colors.
#include "catch.hpp"
#include "family.hpp"
#include "terminal.hpp"

using namespace palette;
using test::Place;
using test::Ran;
using test::Terminal;

TEST_CASE("contrasts of a file are a pair a line, and a matrix on a terminal") {
    const Place place;
    const std::string file = place.file("three.hex", "#000000\n#ffffff\n#777777\n");
    CHECK(place.did({"contrast", file}) ==
          "1\t#000000\t2\t#ffffff\t21.00\tAAA\n1\t#000000\t3\t#777777\t4.68\tAA\n"
          "2\t#ffffff\t3\t#777777\t4.47\tAA-large\n");
    CHECK_THAT(place.did({"contrast", "--json", file}),
               Catch::StartsWith(R"({"items":[{"one":{"place":1,"hex":"#000000"},"other":)"
                                 R"({"place":2,"hex":"#ffffff"},"ratio":21.00,"grade":"AAA"},)"));
    Terminal shown(place.launched({"contrast", file}));
    CHECK_THAT(shown.see_end(), Catch::Contains("2 #ffffff") && Catch::Contains("21.00 AAA"));
    CHECK(shown.code() == 0);
}

TEST_CASE("a matrix of too many colors is refused with the number and another way") {
    const Place place;
    std::string many;
    for (int i = 0; i < 257; ++i)
        many += "#0000ff\n";
    const Ran ran = place.ctl({"contrast", place.file("many.hex", many)});
    CHECK(ran.code == 2);
    CHECK_THAT(ran.err, Catch::Contains("257 colors, at most 256") &&
                            Catch::Contains("palette check --wcag AA"));
    const std::string two = place.file("two.jsonl", R"({"title":"One","colors":["#fff"]})"
                                                    "\n"
                                                    R"({"title":"Two","colors":["#fff"]})"
                                                    "\n");
    CHECK_THAT(place.ctl({"contrast", two}).err,
               Catch::Contains("two.jsonl: 2 palettes are in it, one is wanted") &&
                   Catch::Contains("--palette N picks one of them"));
}
