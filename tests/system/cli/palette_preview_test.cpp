// Palettes in use.
#include "base/files.hpp"
#include "catch.hpp"
#include "family.hpp"
#include "terminal.hpp"

using namespace palette;
using test::Place;
using test::Terminal;

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
