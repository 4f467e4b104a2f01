// What people say of palettes, and the lists that it makes.
#include "catch.hpp"
#include "eventually.hpp"
#include "family.hpp"

using namespace palette;
using test::Family;

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
    family.did({"palette", "create", "--title", "Dusk", "#ff8800"});
    family.did({"palette", "create", "--title", "Secret", "--private", "#000"});
    family.did({"like", "alice/dusk", "-q"});
    family.did({"like", "alice/secret", "-q"});
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
