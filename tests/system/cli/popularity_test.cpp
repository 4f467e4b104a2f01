// What people say of palettes, and the lists that it makes.
#include "catch.hpp"
#include "eventually.hpp"
#include "family.hpp"

#include <sstream>

using namespace palette;
using test::Family;
using test::Ran;

namespace {

// Ranked lists follow within a fraction of a second.
bool comes_to(const Family& family, const std::vector<std::string>& arguments,
              const std::string& beginning) {
    return test::eventually([&] { return family.did(arguments).starts_with(beginning); });
}

}  // namespace

TEST_CASE("likes, stars and lists, as two people give them") {
    const Family family;
    family.enter("alice");
    family.did({"palette", "create", "--title", "Sea Glass", "#0b3954"});
    // At once, whether palette-popularityd has heard of it or not.
    CHECK(family.did({"likes", "alice/sea-glass", "--json"}) == R"({"items":[],"next":null})"
                                                                "\n");
    family.did({"palette", "create", "--title", "Dusk", "#ff8800"});
    family.did({"palette", "create", "--title", "Secret", "--private", "#000"});
    family.did({"like", "alice/dusk", "-q"});
    family.did({"like", "alice/secret", "-q"});
    const Ran own = family.ctl({"rate", "alice/sea-glass", "5"});
    CHECK(own.code == 4);
    CHECK(own.err ==
          "palettectl: alice/sea-glass is your own: its stars are for others to give: "
          "you may like it: palettectl like alice/sea-glass\n");

    family.enter("carol");
    CHECK(family.did({"rate", "alice/sea-glass", "4"}) == "alice/sea-glass\t4\ttrue\t4\t1\n");
    family.enter("bob");
    family.did({"like", "alice/dusk", "-q"});
    CHECK(family.did({"rate", "alice/sea-glass", "5", "--json"}) ==
          R"({"ref":"alice/sea-glass","changed":true,"stars":9,"ratings":2,"yours":5})"
          "\n");
    CHECK(family.did({"rate", "alice/dusk", "none"}) == "alice/dusk\t\tfalse\t0\t0\n");
    CHECK_THAT(family.did({"likes", "alice/dusk"}),
               Catch::StartsWith("bob\talice/dusk\t20") && Catch::Contains("\nalice\t"));
    CHECK_THAT(family.did({"likes", "alice/dusk", "--limit", "1", "--json"}),
               Catch::StartsWith(R"({"items":[{"user":"bob","ref":"alice/dusk","liked_at":")") &&
                   Catch::Contains(R"(}],"next":")"));
    CHECK(family.ctl({"likes", "alice/secret"}).code == 3);
    CHECK(family.ctl({"rate", "alice/dusk", "6"}).code == 2);

    CHECK(comes_to(family, {"popular"}, "1\t2\talice/dusk\tDusk\t#ff8800\t"));
    CHECK(comes_to(family, {"popular", "--by", "rating", "--window", "day"},
                   "1\t0\talice/sea-glass\t"));
    CHECK(
        comes_to(family, {"trending", "--explain", "--json"}, R"({"items":[{"rank":1,"score":")"));
    CHECK_THAT(family.did({"trending", "--explain", "--json"}),
               Catch::Contains(R"("likes":2,"palette":{"id":2,)") &&
                   Catch::Contains(R"("terms":[{"hour":")") &&
                   Catch::Contains(R"("half_life_hours":24)"));
    CHECK_THAT(family.did({"popular"}), !Catch::Contains("secret"));
}

namespace {

// alice and bob have published, and like some of it.
struct Liked : Family {
    Liked() {
        enter("alice");
        for (const std::string title : {"One", "Two", "Three", "Four", "Five"})
            did({"palette", "create", "--title", title, "--tag", "number", "#0b3954"});
        did({"palette", "create", "--title", "Secret", "--private", "#000"});
        for (const std::string ref : {"alice/secret", "alice/two"})
            did({"like", ref, "-q"});
        enter("bob");
        did({"palette", "create", "--title", "Dusk", "#ff8800"});
        for (const std::string ref : {"alice/two", "alice/four"})
            did({"like", ref, "-q"});
    }
    // By likes, as alice sees it.
    [[nodiscard]] std::string printed(const std::vector<std::string>& options) const {
        std::vector<std::string> words{"palette", "list", "--sort", "likes", "--as", "alice"};
        words.insert(words.end(), options.begin(), options.end());
        return did(words);
    }
    // References, a blank behind each.
    [[nodiscard]] std::string listed(const std::vector<std::string>& options) const {
        std::istringstream lines(printed(options));
        std::string refs;
        for (std::string line; std::getline(lines, line);)
            refs += line.substr(0, line.find('\t')) + " ";
        return refs;
    }
    // All pages, one after the other.
    [[nodiscard]] std::string paged(const std::string& limit) const {
        std::vector<std::string> options{"--limit", limit};
        std::string pages;
        const std::string next = R"("next":")";
        for (;;) {
            pages += listed(options);
            options.push_back("--json");
            const std::string page = printed(options);
            const auto at = page.rfind(next);
            if (at == std::string::npos) return pages;
            const auto begin = at + next.size();
            options = {"--limit", limit, "--after",
                       page.substr(begin, page.find('"', begin) - begin)};
        }
    }
};

}  // namespace

TEST_CASE("palettes by likes are the liked ones, then the rest, each once over all pages") {
    const Liked family;
    const std::string all =
        "alice/two alice/four bob/dusk alice/secret alice/five alice/three alice/one ";
    CHECK(test::eventually([&] { return family.listed({}) == all; }));
    CHECK(family.listed({"--tag", "number", "--user", "alice"}) ==
          "alice/two alice/four alice/five alice/three alice/one ");
    for (const std::string limit : {"1", "2", "3", "6"})
        CHECK(family.paged(limit) == all);
    // One that is liked now is not missed before it is counted.
    family.did({"like", "alice/one", "-q"});
    CHECK_THAT(family.listed({}), Catch::Contains("alice/one "));
    CHECK(family.ctl({"palette", "list", "--sort", "likes", "--after", "17"}).code == 2);
    CHECK(family.ctl({"palette", "list", "--sort", "likes", "--user", "nobody-here"}).code == 3);
}
