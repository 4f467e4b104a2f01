// From one file to another, without a family but for palettes that are in one.
#include "base/files.hpp"
#include "catch.hpp"
#include "family.hpp"

#include <sys/stat.h>

using namespace palette;
using test::Family;
using test::Place;
using test::Ran;

namespace {

Ran convert(const std::vector<std::string>& words, const std::string& input = "") {
    std::vector<std::string> arguments{"palette", "convert"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    return test::run({.arguments = arguments, .input = input});
}

std::string content_of(const std::filesystem::path& file) {
    return read_small_file(file, 64 * 1024).value();
}

}  // namespace

TEST_CASE("a file of one program becomes that of another, by its content and the name of the new") {
    const Place place;
    const auto file = place.folder() / "sea";
    replace_file(file, "GIMP Palette\nName: Sea\n#\n 11  57  84\tDeep\n255 102  99\n");
    const auto out = place.folder() / "sea.csv";
    const Ran ran = convert({file.string(), out.string()});
    INFO(ran.err);
    CHECK(ran.code == 0);
    CHECK(ran.out.empty());
    CHECK(content_of(out) == "hex,name,role\n#0b3954,Deep,\n#ff6663,,\n");
    CHECK(convert({"-", "-", "--to", "hex"}, content_of(file)).out == "0b3954\nff6663\n");
    CHECK_THAT(convert({file.string(), "-", "--to", "css"}).out,
               Catch::Contains("--sea-deep: #0b3954;\n"));
}

TEST_CASE("what cannot be converted leaves nothing behind, and the old file as it was") {
    const Place place;
    const auto out = place.folder() / "kept.gpl";
    replace_file(out, "old");
    const Ran broken = convert({"-", out.string()}, "0b3954\nnope\n");
    CHECK(broken.code == 2);
    CHECK_THAT(broken.err, Catch::Contains("stdin:2: hex: expected a color"));
    CHECK(content_of(out) == "old");
    CHECK(convert({"-", (place.folder() / "new.nope").string()}, "0b3954\n").code == 2);
    CHECK(convert({"-", "-", "--to", "gpll"}, "0b3954\n").code == 2);
    const Ran two = convert({"-", out.string()}, R"([["#fff"],["#000"]])");
    CHECK(two.code == 2);
    CHECK_THAT(two.err, Catch::Contains("2 palettes are in it"));
    CHECK(convert({"-", "/nowhere/x.gpl"}, "0b3954\n").code == 2);
    CHECK(std::distance(std::filesystem::directory_iterator(place.folder()), {}) == 1);
}

TEST_CASE("a file that is replaced keeps its mode, and a link to it stays one") {
    const Place place;
    const auto file = place.folder() / "a.hex";
    replace_file(file, "old");
    REQUIRE(::chmod(file.c_str(), 0640) == 0);
    const auto link = place.folder() / "link.hex";
    std::filesystem::create_symlink("a.hex", link);
    CHECK(convert({"-", link.string()}, "0b3954\n").code == 0);
    CHECK(std::filesystem::is_symlink(link));
    CHECK(content_of(file) == "0b3954\n");
    struct stat after {};
    REQUIRE(::stat(file.c_str(), &after) == 0);
    CHECK((after.st_mode & 07777) == 0640);
    // One that leads to what is not there yet makes it.
    const auto dangling = place.folder() / "dangling.hex";
    std::filesystem::create_symlink("later.hex", dangling);
    CHECK(convert({"-", dangling.string()}, "0b3954\n").code == 0);
    CHECK(std::filesystem::is_symlink(dangling));
    CHECK(content_of(place.folder() / "later.hex") == "0b3954\n");
    // Both names of a file have what was written.
    std::filesystem::create_hard_link(file, place.folder() / "second.hex");
    CHECK(convert({"-", file.string()}, "ff6663\n").code == 0);
    CHECK(content_of(place.folder() / "second.hex") == "ff6663\n");
    CHECK(convert({"-", (place.folder() / (std::string(248, 'a') + ".hex")).string()}, "0b3954\n")
              .code == 0);
    // What is no file is written as it is.
    CHECK(convert({"-", "/dev/null", "--to", "hex"}, "0b3954\n").code == 0);
}

TEST_CASE("the address of a palette is a palette") {
    CHECK(convert({"https://coolors.co/0b3954-bfd7ea", "-", "--to", "hex"}).out ==
          "0b3954\nbfd7ea\n");
    const Ran elsewhere = convert({"https://example.org/a.gpl", "-", "--to", "hex"});
    CHECK(elsewhere.code == 2);
    CHECK_THAT(elsewhere.err, Catch::Contains("addresses are not fetched"));
}

TEST_CASE("a palette of the registry is converted with all that it tells") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "#0b3954", "#bfd7ea"});
    CHECK(family.did({"palette", "convert", "alice/sea-glass", "-", "--to", "gpl"}) ==
          family.did({"export", "alice/sea-glass", "--as", "gpl"}));
}
