// Palettes beside each other, and an earlier one brought back.
#include "catch.hpp"
#include "family.hpp"
#include "terminal.hpp"

using namespace palette;
using test::Family;
using test::Place;
using test::Ran;
using test::Terminal;

namespace {

struct Edited : Family {
    Edited() {
        enter("alice");
        did({"palette", "create", "--title", "Sea Glass", "--tag", "calm", "#000001", "#000002"});
        did({"palette", "edit", "alice/sea-glass", "--title", "Sea Grass", "--description", "Wild",
             "--tag", "wild", "--set", "2=#00000b", "--add", "#00000c"});
    }
};

}  // namespace

TEST_CASE("of a file of several palettes one is picked by its number") {
    const Place place;
    const std::string two = place.file("two.jsonl", R"({"title":"One","colors":["#000","#fff"]})"
                                                    "\n"
                                                    R"({"title":"Two","colors":["#000","#777"]})"
                                                    "\n");
    CHECK(place.did({"contrast", two, "--palette", "2"}) == "1\t#000000\t2\t#777777\t4.68\tAA\n");
    CHECK_THAT(place.did({"palette", "preview", two, "--palette", "2"}),
               Catch::Contains("#777777"));
    CHECK(place.did({"palette", "convert", two, "-", "--to", "hex", "--palette", "2"}) ==
          "000000\n777777\n");
    CHECK(place.ctl({"palette", "diff", two, two, "--palette", "1", "--other-palette", "2"}).out ==
          "title\t\t\tOne\tTwo\nchanged\t2\t2\t#ffffff\t#777777\n");
    CHECK_THAT(place.ctl({"palette", "diff", two, two, "--palette", "1"}).err,
               Catch::Contains("--other-palette N"));
    const Ran none = place.ctl({"contrast", two, "--palette", "3"});
    CHECK(none.code == 2);
    CHECK_THAT(none.err, Catch::Contains("2 palettes are in it, no number 3"));
    const Ran published = place.ctl({"contrast", "alice/nord", "--palette", "1"});
    CHECK(published.code == 2);
    CHECK_THAT(published.err, Catch::Contains("alice/nord is one palette"));
}

TEST_CASE("files are compared by what both tell, and end with 1 when they differ") {
    const Place place;
    const std::string one = place.file("one.hex", "#111111\n#222222\n#333333\n#444444\n");
    const std::string other = place.file("other.hex", "#444444\n#111111\n#22222f\n#333333\n");
    const Ran differ = place.ctl({"palette", "diff", one, other});
    CHECK(differ.code == 1);
    CHECK(differ.out == "moved\t4\t1\t#444444\t#444444\nchanged\t2\t3\t#222222\t#22222f\n");
    CHECK(place.did({"palette", "diff", one, one}).empty());
    CHECK_THAT(place.did({"palette", "diff", "--json", one, one}),
               Catch::Contains(R"("equal":true,"items":[])"));
    const std::string named = place.file(
        "named.json",
        R"({"title":"T","colors":[{"hex":"#111111","name":"Ink"},"#222222","#333333","#444444"]})");
    CHECK(place.ctl({"palette", "diff", one, named}).code == 0);
    const std::string renamed = place.file(
        "renamed.json",
        R"({"title":"U","colors":[{"hex":"#111111","name":"Tar"},"#222222","#333333"]})");
    CHECK(place.ctl({"palette", "diff", named, renamed}).out ==
          "title\t\t\tT\tU\nname\t1\t1\tInk\tTar\nremoved\t4\t\t#444444\t\n");
}

TEST_CASE("revisions of a palette are compared with all there is to them") {
    const Edited family;
    const Ran ran = family.ctl({"palette", "diff", "alice/sea-glass@1", "alice/sea-glass"});
    CHECK(ran.code == 1);
    CHECK(ran.out ==
          "title\t\t\tSea Glass\tSea "
          "Grass\ndescription\t\t\t\tWild\ntag-removed\t\t\tcalm\t\ntag-added\t\t\t\twild\n"
          "changed\t2\t2\t#000002\t#00000b\nadded\t\t3\t\t#00000c\n");
    Terminal shown(family.launched({"palette", "diff", "alice/sea-glass@1", "alice/sea-glass"}));
    CHECK_THAT(shown.see_end(), Catch::Contains("alice/sea-glass@1 → alice/sea-glass") &&
                                    Catch::Contains("Sea Glass → Sea Grass") &&
                                    Catch::Contains("#000002 → 2 "));
    CHECK(shown.code() == 1);
    CHECK(family.ctl({"palette", "diff", "alice/sea-glass", "-"}, "#000001\n#00000b\n#00000c\n")
              .code == 0);
}

TEST_CASE("an earlier revision becomes the newest, and again is nothing to do") {
    const Edited family;
    CHECK_THAT(family.did({"palette", "revert", "alice/sea-glass@1", "--json"}),
               Catch::Contains(R"("revision":3)") && Catch::Contains(R"("title":"Sea Glass")"));
    CHECK(family.did({"palette", "diff", "alice/sea-glass@1", "alice/sea-glass"}).empty());
    const Ran again = family.ctl({"palette", "revert", "alice/sea-glass@1", "--json"});
    CHECK(again.code == 0);
    CHECK_THAT(again.out, Catch::Contains(R"("revision":3)"));
    CHECK_THAT(family.ctl({"palette", "revert", "alice/sea-glass@3"}).err,
               Catch::Contains("nothing to do: alice/sea-glass is as it was then"));
    family.did({"palette", "edit", "alice/sea-glass", "--visibility", "private"});
    CHECK_THAT(family.did({"palette", "revert", "alice/sea-glass@2", "--json"}),
               Catch::Contains(R"("visibility":"private")"));
}

TEST_CASE("a revert says which revision it misses, and is for the owner") {
    const Edited family;
    const Ran newest = family.ctl({"palette", "revert", "alice/sea-glass"});
    CHECK(newest.code == 2);
    CHECK_THAT(newest.err, Catch::Contains("such as alice/sea-glass@1") &&
                               Catch::Contains("palette history alice/sea-glass"));
    CHECK(family.ctl({"palette", "revert", "1"}).code == 2);
    const Ran missing = family.ctl({"palette", "revert", "alice/sea-glass@9"});
    CHECK(missing.code == 3);
    CHECK_THAT(missing.err, Catch::Contains("palette history alice/sea-glass lists its revisions"));
    family.enter("bob");
    CHECK(family.ctl({"palette", "revert", "alice/sea-glass@1"}).code == 4);
}
