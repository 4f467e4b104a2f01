// Files of other programs, out and in again.
#include "base/files.hpp"
#include "catch.hpp"
#include "family.hpp"

using namespace palette;
using test::Family;
using test::Ran;

TEST_CASE("a palette is written in each format, to stdout or a file") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "#0b3954", "#bfd7ea"});
    CHECK(family.did({"export", "alice/sea-glass", "--as", "hex"}) == "0b3954\nbfd7ea\n");
    CHECK_THAT(family.did({"export", "1", "--as", "css"}),
               Catch::Contains("  --sea-glass-1: #0b3954;\n"));
    const std::string file = (family.folder() / "sea-glass.gpl").string();
    CHECK(family.did({"export", "1", "--as", "gpl", "-o", file}).empty());
    CHECK(read_small_file(file, 4096).value() ==
          "GIMP Palette\nName: Sea Glass\nColumns: 0\n#\n 11  57  84\n191 215 234\n");
    const Ran unknown = family.ctl({"export", "1", "--as", "gpll"});
    CHECK(unknown.code == 2);
    CHECK_THAT(unknown.err, Catch::Contains("did you mean gpl?"));
    CHECK(family.ctl({"export", "1", "--as", "css", "-o", "/nowhere/x"}).code == 2);
    CHECK(family.ctl({"export", "alice/none", "--as", "css"}).code == 3);
}

TEST_CASE("--as of export is its format: whose session it uses says PALETTECTL_AS") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Secret", "--private", "#0b3954"});
    family.enter("bob");
    CHECK(family.ctl({"export", "alice/secret", "--as", "hex"}).code == 3);
    const Ran named = family.ctl({"export", "alice/secret", "--as", "alice"});
    CHECK(named.code == 2);
    CHECK_THAT(named.err, Catch::Contains("got alice: to export as alice: PALETTECTL_AS=alice "
                                          "palettectl export"));
    test::Launched launched = family.launched({"export", "alice/secret", "--as", "hex"});
    launched.variables.emplace_back("PALETTECTL_AS=alice");
    CHECK(test::run(launched).out == "0b3954\n");
}

TEST_CASE("files of other programs are imported by what is in them") {
    const Family family;
    family.enter("alice");
    replace_file(family.folder() / "harbor.txt", "0b3954\nbfd7ea\n");
    replace_file(family.folder() / "broken.gpl", "GIMP Palette\nName: x\n#\n1 2 3\n1 2 300\n");
    const Ran ran = family.ctl({"import", (family.folder() / "harbor.txt").string(),
                                (family.folder() / "broken.gpl").string()});
    CHECK(ran.code == 1);
    CHECK_THAT(ran.err, Catch::Contains("broken.gpl:5: gpl: expected three numbers"));
    CHECK(family.did({"palette", "show", "alice/harbor"}) == "#0b3954\n#bfd7ea\n");
}
