// Palettes among their kin.
#include "catch.hpp"
#include "family.hpp"
#include "terminal.hpp"

using namespace palette;
using test::Family;
using test::Terminal;

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
