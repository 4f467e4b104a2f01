// Importing, as it is seen from outside.
#include "base/files.hpp"
#include "catch.hpp"
#include "family.hpp"

using namespace palette;
using test::Family;
using test::Ran;

TEST_CASE("what is imported twice is there once") {
    const Family family;
    family.enter("alice");
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "three.jsonl";
    replace_file(file, R"({"name":"One","colors":["#fff"],"author":"Ann","license":"MIT"})"
                       "\n"
                       R"({"name":null,"colors":["#000","#111"],"rank":7})"
                       "\n"
                       // Many are under way at once: which of two comes first is open.
                       R"({"name":"One","colors":["#fff"],"author":"Ann","license":"MIT"})"
                       "\n");
    CHECK(family.did({"import", file, "--json", "--tag", "tried"}) ==
          R"({"created":2,"skipped":1,"refused":0,"problems":[],"would_send":0,"remarks":[]})"
          "\n");
    CHECK(family.did({"import", file, "--json", "--tag", "tried"}) ==
          R"({"created":0,"skipped":3,"refused":0,"problems":[],"would_send":0,"remarks":[]})"
          "\n");
    CHECK(family.did({"palette", "show", "alice/three-7"}) == "#000000\n#111111\n");
    const std::string one = family.did({"palette", "show", "alice/one", "--json"});
    CHECK_THAT(one, Catch::Contains(R"("author":"Ann")") && Catch::Contains(R"(["tried"])"));
}

TEST_CASE("of a folder, what is no palette file is passed over and told; named, it is refused") {
    const Family family;
    family.enter("alice");
    const auto folder = family.folder() / "mixed";
    std::filesystem::create_directory(folder);
    replace_file(folder / "notes.txt", "Remember the milk.\n");
    replace_file(folder / "main.js", "console.log(1)\n");
    replace_file(folder / "sea.gpl", "GIMP Palette\nName: Sea\n#\n11 57 84\n");
    const Ran ran = family.ctl({"import", folder.string()});
    CHECK(ran.code == 0);
    CHECK(ran.out == "1\t0\t0\t0\n");
    CHECK_THAT(ran.err, Catch::Contains("notes.txt: passed over: ") &&
                            Catch::Contains("main.js: passed over: "));
    CHECK(family.ctl({"import", (folder / "notes.txt").string()}).code == 1);
    // One that is meant to be a palette, whatever is in it.
    for (const char* content : {"GIMP Palette\n1 2 300\n", "Remember the milk.\n"}) {
        replace_file(folder / "broken.gpl", content);
        CHECK(family.ctl({"import", folder.string()}).code == 1);
    }
}

TEST_CASE("a broken line is told by its number, and the others are published") {
    const Family family;
    family.enter("alice");
    const std::string lines = R"({"name":"One","colors":["#fff"]})"
                              "\n{\"name\":\n"
                              R"({"name":"Two","colors":["blurple"]})"
                              "\n"
                              R"({"name":"Three","colors":["#000"]})";
    const Ran ran = family.ctl({"import", "-"}, lines);
    CHECK(ran.code == 1);
    CHECK(ran.out == "2\t0\t2\t0\n");
    CHECK_THAT(ran.err, Catch::StartsWith("palettectl: -:2: this is not JSON\n"));
    CHECK_THAT(ran.err, Catch::Contains("palettectl: -:3: colors[0]: \"blurple\""));
    const Ran json = family.ctl({"import", "-", "--json"}, lines);
    CHECK(json.code == 1);
    CHECK(json.err.empty());
    CHECK_THAT(json.out,
               Catch::StartsWith(R"({"created":0,"skipped":2,"refused":2,"problems":[)"
                                 R"({"file":"-","message":"this is not JSON","line":2,)"));
}

TEST_CASE("a dry run reads everything and sends nothing") {
    const test::Place place;  // without a family, without a session
    const Ran ran = place.ctl({"import", "-", "--dry-run"}, R"([{"colors":["#fff"]},{}])");
    CHECK(ran.code == 1);
    CHECK(ran.out == "0\t0\t1\t1\n");
    CHECK_THAT(ran.err, Catch::Contains("palettectl: -: record 2: "));
}

TEST_CASE("the starter palettes are published, all of them") {
    const Family family;
    family.enter("alice");
    const std::string summary = family.did({"import", "--starter"});
    CHECK_THAT(summary, Catch::EndsWith("\t0\t0\t0\n"));
    CHECK(std::stoi(summary) > 1'000);
}

TEST_CASE("a palette that was exported as JSON is the same when it is imported by another") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "--tag", "calm", "#0b3954"});
    const std::string exported = family.did({"palette", "list", "--json"});
    family.enter("bob");
    CHECK(family.did({"import", "-"}, exported) == "1\t0\t0\t0\n");
    CHECK_THAT(family.did({"palette", "list", "--user", "bob"}),
               Catch::StartsWith("bob/sea-glass\tSea Glass\t#0b3954\tcalm\t"));
}
