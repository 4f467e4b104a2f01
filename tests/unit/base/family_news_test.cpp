#include "base/family_news.hpp"

#include "catch.hpp"

using namespace palette;

TEST_CASE("news is read as it was written") {
    const FamilyNews news = GENERATE(FamilyNews(FamilyStarted{4711}), FamilyNews(FamilyHeld{1}),
                                     FamilyNews(DaemonReady{"paletted"}),
                                     FamilyNews(DaemonFailed{"paletted", "no room, try later"}),
                                     FamilyNews(DaemonFailed{"paletted", ""}));
    const auto read = read_news(line_of(news));
    REQUIRE(read);
    CHECK(read->index() == news.index());
    CHECK(line_of(*read) == line_of(news));
}

TEST_CASE("a line of no known form is no news") {
    const auto* line = GENERATE("", "started", "started x", "started 0", "held -3", "held 1 2",
                                "paletted", "paletted steady", "paletted ready now");
    CHECK_FALSE(read_news(line));
}
