#include "outbox/outage.hpp"

#include "catch.hpp"

#include <string>
#include <vector>

using namespace palette;
using outbox::NoticeLevel;

TEST_CASE("an outage is told when it begins and when it ends, however often it is met") {
    std::vector<std::string> told;
    const auto hear = [&](NoticeLevel level, std::string_view event, std::string_view why) {
        told.push_back((level == NoticeLevel::warning ? "warning " : "info ") + std::string(event) +
                       " " + std::string(why));
    };
    outbox::Outage outage(hear, "relay");
    outage.ends();
    CHECK(told.empty());
    for (const char* why : {"away", "still away"})
        outage.begins(why);
    outage.ends();
    outage.ends();
    outage.begins("gone again");
    CHECK(told == std::vector<std::string>{"warning relay.waits away", "info relay.resumed ",
                                           "warning relay.waits gone again"});
}
