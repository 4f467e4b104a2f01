// Palettes checked by rules, from files and from the registry.
#include "api/reader.hpp"
#include "catch.hpp"
#include "cli/render/lint.hpp"
#include "family.hpp"
#include "terminal.hpp"

using namespace palette;
using test::Family;
using test::Place;
using test::Ran;
using test::Terminal;

TEST_CASE("a file is checked without a family, and an error ends with 1") {
    const Place place;
    const std::string grays = place.file("grays.hex", "#777777\n#777777\n#ffffff\n");
    const Ran warned = place.ctl({"palette", "check", grays});
    CHECK(warned.code == 0);
    CHECK(warned.out ==
          grays + "\twarning\tduplicate-color\t1,2\t#777777 #777777\tthe same color\n");
    const Ran failed = place.ctl({"palette", "check", grays, "--wcag", "AA", "--max", "2"});
    CHECK(failed.code == 1);
    CHECK_THAT(
        failed.out,
        Catch::Contains("\terror\tcontrast\t1,3\t#777777 #ffffff\tthe best contrast it has "
                        "with another is 4.47, AA wants 4.50\n") &&
            Catch::Contains("\terror\ttoo-many-colors\t\t\t3 colors, at most 2 are wanted\n"));
    const Ran piped = place.ctl({"palette", "check", "-", "--distinct", "1"}, "#fff\n#fffffe\n");
    CHECK(piped.code == 1);
    CHECK_THAT(piped.out, Catch::StartsWith("stdin\terror\ttoo-similar\t1,2\t"));
    const Ran log = place.ctl({"palette", "check", "-", "--distinct", "1", "--report", "sarif"},
                              R"({"title":"One","colors":["#fff","#fffffe"]})"
                              "\n");
    CHECK_THAT(log.out, Catch::Contains(R"({"uri":"stdin"},"region":{"startLine":1})"));
}

TEST_CASE("who calls says which rules do not count, and how grave is too grave") {
    const Place place;
    const std::string grays = place.file("grays.hex", "#777777\n#777777\n#ffffff80\n");
    CHECK(place.ctl({"palette", "check", grays}).code == 0);
    CHECK(place.ctl({"palette", "check", grays, "--fail-on", "warning"}).code == 1);
    const Ran ignored = place.ctl(
        {"palette", "check", grays, "--fail-on", "warning", "--ignore", "duplicate-color"});
    CHECK(ignored.code == 0);
    CHECK_THAT(ignored.out,
               Catch::Contains("\ttransparent\t") && !Catch::Contains("duplicate-color"));
    CHECK(place.ctl({"palette", "check", grays, "--fail-on", "note", "--ignore", "duplicate-color"})
              .code == 1);
    CHECK(place
              .ctl({"palette", "check", grays, "--fail-on", "note", "--ignore", "duplicate-color",
                    "--ignore", "transparent"})
              .code == 0);
    std::vector<std::string> again{"palette", "check", grays, "--fail-on", "warning"};
    for (int i = 0; i < 20; ++i)
        again.insert(again.end(), {"--ignore", "duplicate-color"});
    CHECK(place.ctl(again).code == 0);
    const Ran misspelt = place.ctl({"palette", "check", grays, "--ignore", "duplicate-colour"});
    CHECK(misspelt.code == 2);
    CHECK_THAT(misspelt.err, Catch::Contains("did you mean duplicate-color?"));
}

TEST_CASE("a folder stands for its files, and what is no palette there is passed over") {
    const Place place;
    std::filesystem::create_directories(place.folder() / "all" / "more.hex");
    const std::string twice = place.file("all/b.hex", "#777777\n#777777\n");
    static_cast<void>(place.file("all/a.hex", "#ffffff\n"));
    static_cast<void>(place.file("all/notes.txt", "no palette at all\n"));
    static_cast<void>(place.file("all/package.json", R"({"name":"x","version":"1"})"));
    static_cast<void>(place.file("all/empty.json", "[]"));
    static_cast<void>(place.file("all/readme.md", "#000000\n"));
    std::filesystem::create_symlink("nowhere", place.folder() / "all" / ".#b.hex");
    std::filesystem::create_symlink("self.hex", place.folder() / "all" / "self.hex");
    const std::string all = (place.folder() / "all").string();
    const Ran ran = place.ctl({"palette", "check", all, "--fail-on", "warning"});
    CHECK(ran.code == 1);
    CHECK(ran.out == twice + "\twarning\tduplicate-color\t1,2\t#777777 #777777\tthe same color\n");
    CHECK_THAT(ran.err, Catch::Contains("passed over: " + all + "/notes.txt:") &&
                            Catch::Contains("passed over: " + all + "/package.json") &&
                            Catch::Contains("passed over: " + all + "/empty.json"));
    CHECK_THAT(place.did({"palette", "check", all, "--json"}),
               Catch::Contains(R"("palettes":2,)") && Catch::Contains(R"("passed_over":3})"));
    Terminal shown(place.launched({"palette", "check", all}));
    CHECK_THAT(shown.see_end(), Catch::Contains("2 palettes checked, 3 files passed over: 1 warn"));
    // What is meant to be a palette is one, or the build hears of it.
    static_cast<void>(place.file("all/c.gpl", "GIMP Palette\nfoo\n"));
    const Ran damaged = place.ctl({"palette", "check", all});
    CHECK(damaged.code == 2);
    CHECK_THAT(damaged.err, Catch::Contains("c.gpl:2: "));
    static_cast<void>(place.file("all/c.gpl", "something else\n"));
    CHECK(place.ctl({"palette", "check", all}).code == 2);
}

TEST_CASE("a folder without any palette is no success") {
    const Place place;
    std::filesystem::create_directories(place.folder() / "none");
    const std::string none = (place.folder() / "none").string();
    const Ran empty = place.ctl({"palette", "check", none});
    CHECK(empty.code == 2);
    CHECK_THAT(empty.err, Catch::Contains("no file with the suffix of a format in it"));
    static_cast<void>(place.file("none/a.json", "junk"));
    const Ran junk = place.ctl({"palette", "check", "--json", none});
    CHECK(junk.code == 2);
    CHECK(junk.out.empty());
    CHECK_THAT(junk.err, Catch::Contains("no palette is in its 1 file"));
}

TEST_CASE("paths that cannot be looked at are refused like those that are not there") {
    const Place place;
    std::filesystem::create_symlink("self.hex", place.folder() / "self.hex");
    const Ran loop = place.ctl({"palette", "check", (place.folder() / "self.hex").string()});
    CHECK(loop.code == 2);
    CHECK_THAT(loop.err, Catch::Contains("Too many levels of symbolic links"));
    const Ran name = place.ctl({"palette", "check", "./" + std::string(300, 'a') + ".hex"});
    CHECK(name.code == 2);
    CHECK_THAT(name.err, Catch::Contains("File name too long"));
}

TEST_CASE("a file's name that is no UTF-8 makes a report that is") {
    const Place place;
    std::filesystem::create_directories(place.folder() / "odd");
    static_cast<void>(place.file("odd/x\xe2.hex", "#777777\n#777777\n"));
    const std::string odd = (place.folder() / "odd").string();
    for (const char* form : {"text", "json", "sarif"}) {
        const std::string report = place.did({"palette", "check", odd, "--report", form});
        CHECK_THAT(report, Catch::Contains("duplicate-color"));
        CHECK(is_utf8(report));
    }
}

TEST_CASE("each palette of a file is checked, and its line is told") {
    const Place place;
    const std::string file = place.file("all.jsonl", R"({"title":"One","colors":["#fff"]})"
                                                     "\n\n"
                                                     R"({"title":"Two","colors":["#fff","#fff"]})"
                                                     "\n");
    const auto report = api::read_json<cli::CheckReport>(
        place.did({"palette", "check", "--json", file}), api::Unknown::refused);
    REQUIRE(report);
    CHECK(report->palettes.value() == 2);
    CHECK(report->warnings.value() == 1);
    REQUIRE(report->items.size() == 1);
    CHECK(report->items[0].palette.text() == file + ":3");
    CHECK(report->items[0].line.value().value() == 3);
    CHECK(report->items[0].colors[1].place.number() == 2);
    CHECK(place.did({"palette", "check", "--report", "json", file}) ==
          place.did({"palette", "check", "--json", file}));
    const std::string log = place.did({"palette", "check", "--report", "sarif", file});
    CHECK_THAT(log,
               Catch::Contains(R"("version":"2.1.0")") &&
                   Catch::Contains(R"("uri":"file://)" + file + R"("},"region":{"startLine":3})"));
}

TEST_CASE("a file that cannot be read is refused by its place, and a missing one by its name") {
    const Place place;
    const std::string broken = place.file("broken.jsonl", R"({"title":"One","colors":["#fff"]})"
                                                          "\n{\n");
    const Ran ran = place.ctl({"palette", "check", broken});
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Catch::Contains("broken.jsonl:2: "));
    CHECK_THAT(place.ctl({"palette", "check", "./alice/nord"}).err,
               Catch::Contains("./alice/nord: no such file"));
    CHECK_THAT(place.ctl({"palette", "check", "nord"}).err,
               Catch::Contains("owner and slug, such as alice/sea-glass"));
    CHECK(place.ctl({"palette", "check", "-"}, R"({"items":[]})").code == 2);
    CHECK_THAT(place.ctl({"palette", "check"}).err, Catch::Contains("nothing to check"));
    CHECK_THAT(place.ctl({"palette", "check", broken, "--distinct", "1.234"}).err,
               Catch::Contains("at most two decimals"));
}

TEST_CASE("of more findings than are listed a note says so, which is no error and has no hint") {
    const Place place;
    std::string grays;
    for (int i = 100; i < 120; ++i) {
        const std::string two = std::to_string(i).substr(1);
        grays += "#" + two + two + two + "\n";
    }
    const Ran ran = place.ctl({"palette", "check", "-", "--distinct", "50", "--json"}, grays);
    CHECK(ran.code == 1);
    CHECK_THAT(ran.out, Catch::Contains(R"("level":"note","rule":"too-similar","colors":[],)"
                                        R"("message":"more than 100 findings: not all are listed",)"
                                        R"("hint":null,)") &&
                            Catch::Contains(R"("errors":100,"warnings":0,"notes":1)"));
}

TEST_CASE("the rules are listed by their names") {
    const Place place;
    CHECK(place.ctl({"palette", "check", "--rules", "--report", "json"}).code == 2);
    CHECK_THAT(place.did({"palette", "check", "--rules"}),
               Catch::StartsWith("contrast\terror\t--wcag\t") &&
                   Catch::Contains("duplicate-color\twarning\t-\t"));
}

TEST_CASE("a palette of the registry is checked, and a reference is never taken for a file") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Twice", "#fff", "#fff"});
    CHECK(family.did({"palette", "check", "alice/twice"}) ==
          "alice/twice\twarning\tduplicate-color\t1,2\t#ffffff #ffffff\tthe same color\n");
    const Ran missing = family.ctl({"palette", "check", "alice/none"});
    CHECK(missing.code == 3);
    CHECK_THAT(missing.err, Catch::Contains("a file or folder of that name is ./alice/none"));
    Terminal shown(family.launched({"palette", "check", "alice/twice"}));
    CHECK_THAT(shown.see_end(),
               Catch::Contains("warning duplicate-color: 1 \x1b[48;2;255;255;255m") &&
                   Catch::Contains("remove one of them") &&
                   Catch::Contains("1 palette checked: 1 warning"));
    CHECK(shown.code() == 0);
}
