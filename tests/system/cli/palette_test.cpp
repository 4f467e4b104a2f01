// Palettes after they were published.
#include "catch.hpp"
#include "family.hpp"
#include "terminal.hpp"

using namespace palette;
using test::Family;
using test::Ran;
using test::Terminal;

namespace {

struct Published : Family {
    Published() {
        enter("alice");
        did({"palette", "create", "--title", "Sea Glass", "--tag", "calm", "#000001", "#000002",
             "#000003"});
    }
    std::string edited(std::vector<std::string> options) const {
        std::vector<std::string> words{"palette", "edit", "alice/sea-glass"};
        words.insert(words.end(), options.begin(), options.end());
        did(words);
        return did({"palette", "show", "alice/sea-glass"});
    }
};

}  // namespace

TEST_CASE("single colors are edited by their places, and every revision can be shown") {
    const Published family;
    CHECK(family.edited({"--set", "2=#00000b", "--remove", "1", "--move", "2:1", "--add",
                         "#00000c"}) == "#000003\n#00000b\n#00000c\n");
    CHECK(family.edited({"--colors", "#000001, white"}) == "#000001\n#ffffff\n");
    CHECK(family.did({"palette", "show", "alice/sea-glass@1"}) == "#000001\n#000002\n#000003\n");
    const std::string history = family.did({"palette", "history", "alice/sea-glass"});
    CHECK(std::count(history.begin(), history.end(), '\n') == 3);
    CHECK_THAT(history, Catch::StartsWith("alice/sea-glass\tSea Glass\t#000001 #ffffff\tcalm\t"
                                          "public\t3\t"));
    // A comma within parentheses ends no color.
    CHECK_THAT(family.ctl({"palette", "edit", "alice/sea-glass", "--colors", "f(0, 1),red"}).err,
               Catch::Contains("\"f(0, 1)\" is not a color"));
    const Ran nothing = family.ctl({"palette", "edit", "alice/sea-glass"});
    CHECK(nothing.code == 2);
    CHECK_THAT(nothing.err, Catch::Contains("nothing to change"));
    CHECK(family.ctl({"palette", "edit", "alice/sea-glass", "--remove", "9"}).code == 2);
}

TEST_CASE("an edit of a revision that was replaced ends with 5, another's with 4") {
    const Published family;
    family.edited({"--title", "One", "--if-rev", "1"});
    CHECK(family.ctl({"palette", "edit", "alice/sea-glass", "--title", "Two", "--if-rev", "1"})
              .code == 5);
    family.enter("bob");
    CHECK(family.ctl({"palette", "edit", "alice/sea-glass", "--title", "Mine"}).code == 4);
    CHECK(family.ctl({"palette", "delete", "alice/sea-glass", "--yes"}).code == 4);
    CHECK_THAT(family.did({"palette", "fork", "alice/sea-glass", "--json"}),
               Catch::Contains(R"("ref":"bob/one")") &&
                   Catch::Contains(R"("forked_from":"alice/sea-glass")"));
}

TEST_CASE("a palette goes private, and is found by others no more") {
    const Published family;
    family.edited({"--visibility", "private", "--slug", "sea-glass"});
    CHECK_THAT(family.did({"palette", "list", "--tag", "calm"}),
               Catch::StartsWith("alice/sea-glass"));
    family.enter("bob");
    CHECK(family.ctl({"palette", "show", "alice/sea-glass"}).code == 3);
    CHECK(family.ctl({"palette", "history", "alice/sea-glass"}).code == 3);
    CHECK(family.ctl({"palette", "fork", "alice/sea-glass"}).code == 3);
    CHECK(family.did({"palette", "list", "--tag", "calm"}).empty());
}

TEST_CASE("tags are replaced or taken away") {
    const Published family;
    family.edited({"--tag", "blue", "--tag", "green"});
    CHECK(family.did({"palette", "list", "--tag", "calm"}).empty());
    CHECK_THAT(family.did({"palette", "list", "--tag", "blue", "--sort", "name"}),
               Catch::Contains("blue,green"));
    family.edited({"--no-tags"});
    CHECK(family.did({"palette", "list", "--tag", "blue"}).empty());
}

TEST_CASE("deleting asks a person, and wants a word from a script") {
    const Published family;
    const Ran unasked = family.ctl({"palette", "delete", "alice/sea-glass"});
    CHECK(unasked.code == 2);
    CHECK_THAT(unasked.err, Catch::Contains("--yes"));
    {
        Terminal no(family.launched({"palette", "delete", "alice/sea-glass"}));
        no.see("Delete alice/sea-glass");
        no.type("\n");
        CHECK_THAT(no.see_end(), Catch::Contains("nothing was deleted"));
        CHECK(no.code() == 1);
    }
    Terminal yes(family.launched({"palette", "delete", "alice/sea-glass"}));
    yes.see("[y/N]");
    yes.type("y\n");
    CHECK_THAT(yes.see_end(), Catch::Contains("deleted alice/sea-glass"));
    CHECK(family.ctl({"palette", "show", "alice/sea-glass"}).code == 3);
    CHECK(family.ctl({"palette", "delete", "alice/sea-glass", "--yes"}).code == 3);
}
