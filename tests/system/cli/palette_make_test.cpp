// Palettes made by chance, shown in use, and among their kin.
#include "base/files.hpp"
#include "catch.hpp"
#include "family.hpp"
#include "terminal.hpp"

using namespace palette;
using test::Family;
using test::Place;
using test::Ran;
using test::Terminal;

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

TEST_CASE("a file is previewed in its colors") {
    const Place place;
    const std::string file = (place.folder() / "three.hex").string();
    replace_file(file, "#000000\n#ffffff\n#bf616a\n");
    CHECK_THAT(
        place.did({"palette", "preview", file}),
        Catch::StartsWith("text\t2\t#ffffff\t1\t#000000\t21.00\tAAA\nlink\t3\t#bf616a\t1\t"));
    Terminal shown(place.launched({"palette", "preview", file}));
    CHECK_THAT(shown.see_end(), Catch::Contains("\x1b[48;2;0;0;0m\x1b[38;2;255;255;255m Heading") &&
                                    Catch::Contains("#ffffff on #000000") &&
                                    Catch::Contains("[ Button ]"));
    CHECK(shown.code() == 0);
    std::string many = "#000000\n#ffffff\n";
    for (int i = 10; i < 23; ++i)
        many += "#0000" + std::to_string(i) + "\n";
    replace_file(file, many);
    CHECK_THAT(place.ctl({"palette", "preview", file}).err,
               Catch::Contains("1 more color left out\n") && !Catch::Contains("palette show"));
}

TEST_CASE("a lineage goes from the first ancestor to the forks, and hides what is private") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "First", "#0b3954"});
    family.enter("bob");
    family.did({"palette", "fork", "alice/first", "--slug", "second"});
    family.enter("carol");
    family.did({"palette", "fork", "bob/second", "--slug", "third"});
    const std::string lines = family.did({"palette", "lineage", "bob/second"});
    CHECK_THAT(lines, Catch::StartsWith("ancestor\talice/first\tFirst\t") &&
                          Catch::Contains("\nself\tbob/second\tFirst\t") &&
                          Catch::Contains("\nfork\tcarol/third\tFirst\t"));
    CHECK_THAT(family.did({"palette", "lineage", "carol/third", "--json"}),
               Catch::Contains(R"("ancestors":[{"id":2,"ref":"bob/second")"));
    family.did({"palette", "edit", "bob/second", "--visibility", "private", "--as", "bob"});
    const std::string third = family.did({"palette", "lineage", "carol/third"});
    CHECK(third.starts_with("self\tcarol/third\t"));
    CHECK(std::count(third.begin(), third.end(), '\n') == 1);
    CHECK(family.ctl({"palette", "lineage", "bob/second"}).code == 3);
    Terminal shown(family.launched({"palette", "lineage", "carol/third", "--as", "bob"}));
    CHECK_THAT(shown.see_end(), Catch::Contains("ancestor  alice/first"));
}
