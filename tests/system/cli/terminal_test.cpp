// What a person at a terminal meets.
#include "terminal.hpp"

#include "base/files.hpp"
#include "catch.hpp"
#include "eventually.hpp"
#include "family.hpp"

using namespace palette;
using test::Family;
using test::Place;
using test::Terminal;

TEST_CASE("a terminal is shown swatches and a table") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "#0b3954", "#bfd7ea"});
    family.did({"like", "alice/sea-glass"});
    Terminal show(family.launched({"palette", "show", "alice/sea-glass"}));
    CHECK_THAT(show.see_end(),
               Catch::Contains("\x1b[48;2;11;57;84m") && Catch::Contains("#0b3954"));
    CHECK(show.code() == 0);
    // Who looks at a terminal has looked; who reads from a pipe has not.
    family.did({"palette", "show", "alice/sea-glass"});
    CHECK(test::eventually([&] {
        return family.did({"popular", "--by", "views", "--json"}).find(R"("views":1,)") !=
               std::string::npos;
    }));
    CHECK(test::eventually([&] { return !family.did({"popular"}).empty(); }));
    Terminal popular(family.launched({"popular"}));
    CHECK_THAT(popular.see_end(), Catch::Contains("RANK") && Catch::Contains("alice/sea-glass") &&
                                      Catch::Contains("just now"));
    Terminal plain(family.launched({"popular", "--color", "never"}));
    CHECK_THAT(plain.see_end(), !Catch::Contains("\x1b["));
}

TEST_CASE("in plain words a palette names its colors, also when the settings say so") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "#0b3954", "white"});
    const std::string line =
        "colors: 2 colors: #0b3954 Incremental Blue, #ffffff white; "
        "ref: alice/sea-glass; title: Sea Glass; published: ";
    Terminal list(family.launched({"palette", "list", "--plain"}));
    CHECK_THAT(list.see_end(), Catch::Contains(line) && !Catch::Contains("\x1b["));
    std::filesystem::create_directories(family.home().config);
    replace_file(family.home().config / "palettectl.yaml", "plain: true\n");
    Terminal again(family.launched({"palette", "list"}));
    CHECK_THAT(again.see_end(), Catch::Contains(line));
    Terminal show(family.launched({"palette", "show", "alice/sea-glass"}));
    CHECK_THAT(show.see_end(), Catch::Contains("#0b3954 Incremental Blue\r\n#ffffff white\r\n"));
    CHECK(family.did({"palette", "show", "alice/sea-glass"}) == "#0b3954\n#ffffff\n");
}

TEST_CASE("an empty list says what to do next, on a terminal only") {
    const Family family;
    Terminal list(family.launched({"palette", "list"}));
    CHECK_THAT(list.see_end(), Catch::Contains("palettectl palette create"));
    CHECK(list.code() == 0);
    const auto piped = family.ctl({"palette", "list"});
    CHECK(piped.out.empty());
    CHECK(piped.err.empty());
}

TEST_CASE("the next page is of the same list") {
    const Family family;
    family.enter("alice");
    for (const char* title : {"One", "Two"})
        family.did({"palette", "create", "--title", title, "#fff"});
    Terminal list(family.launched({"palette", "list", "--user", "alice", "--limit", "1"}));
    CHECK_THAT(list.see_end(),
               Catch::Contains("palettectl palette list --user alice --limit 1 --after "));
}

TEST_CASE("a password is asked for twice and never shown") {
    const Family family;
    Terminal terminal(family.launched({"register", "alice"}));
    terminal.see("The password: ");
    CHECK_FALSE(terminal.echoes());
    terminal.type("correct horse battery\n");
    terminal.see("Once more: ");
    terminal.type("correct horse battery\n");
    CHECK_THAT(terminal.see_end(), Catch::Contains("alice") && !Catch::Contains("horse"));
    CHECK(terminal.code() == 0);
}

TEST_CASE("passwords that differ are refused") {
    const Place place;
    Terminal terminal(place.launched({"register", "alice"}));
    terminal.see("The password: ");
    terminal.type("correct horse battery\n");
    terminal.see("Once more: ");
    terminal.type("correct house battery\n");
    CHECK_THAT(terminal.see_end(), Catch::Contains("the two differ"));
    CHECK(terminal.code() == 2);
}

TEST_CASE("Ctrl-C at the prompt ends with 130 and the echo is back") {
    const Place place;
    Terminal terminal(place.launched({"register", "alice"}));
    terminal.see("The password: ");
    CHECK_FALSE(terminal.echoes());
    terminal.type("half a pass\x03");
    CHECK(terminal.code() == 130);
    CHECK(terminal.echoes());
}

TEST_CASE("nobody is asked when that is not wanted, or cannot be") {
    const Place place;
    Terminal terminal(place.launched({"register", "alice", "--no-input"}));
    CHECK_THAT(terminal.see_end(), Catch::Contains("--password-stdin"));
    CHECK(terminal.code() == 2);
    CHECK(place.ctl({"register", "alice"}).code == 2);
}

TEST_CASE("a list that does not fit its terminal is shown by the pager") {
    const Family family;
    family.enter("alice");
    std::string lines;
    for (int i = 1; i <= 40; ++i)
        lines += R"({"title":"Gray )" + std::to_string(i) +
                 R"(","colors":["#808080"]})"
                 "\n";
    family.did({"import", "-"}, lines);
    const auto shown = [&](std::vector<std::string> arguments, const std::string& pager) {
        auto launched = family.launched(std::move(arguments));
        launched.variables.push_back("PALETTECTL_PAGER=" + pager);
        Terminal terminal(launched);
        std::string all = terminal.see_end();
        CHECK(terminal.code() == 0);
        return all;
    };
    const std::vector<std::string> all{"palette", "list", "--limit", "200"};
    CHECK_THAT(shown(all, "sed s/^/paged:/"), Catch::Contains("paged:"));
    CHECK_THAT(shown({"palette", "list", "--limit", "3"}, "sed s/^/paged:/"),
               !Catch::Contains("paged:"));
    std::vector<std::string> aloud = all;
    aloud.emplace_back("--plain");
    CHECK_THAT(shown(aloud, "sed s/^/paged:/"), !Catch::Contains("paged:"));
    // One that has read enough, and one that is not there.
    CHECK_THAT(shown(all, "head -n 1"), !Catch::Contains("alice/gray-20 "));
    CHECK_THAT(shown(all, "no-such-pager 2>/dev/null"), Catch::Contains("alice/gray-20 "));
}

TEST_CASE("a terminal that can do nothing is for people all the same, in text without colors") {
    const Place place;
    auto launched = place.launched({"color", "contrast", "black", "white"});
    launched.variables.emplace_back("TERM=dumb");
    Terminal terminal(launched);
    CHECK_THAT(terminal.see_end(),
               Catch::Contains("WCAG 2  21.00, enough for AAA\r\n") && !Catch::Contains("\x1b["));
}
