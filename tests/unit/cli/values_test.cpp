#include "cli/command_line/values.hpp"

#include "api/writer.hpp"
#include "catch.hpp"

using namespace palette;
using namespace palette::cli;

namespace {

bool reads(std::string_view text) {
    Duration duration;
    return api::Scalar<Duration>::set(duration, text);
}

}  // namespace

TEST_CASE("a length of time is a number and a unit") {
    struct Row {
        std::string_view text;
        std::chrono::milliseconds length;
    };
    using namespace std::chrono_literals;
    for (const Row& row : {Row{"0s", 0ms}, Row{"500ms", 500ms}, Row{"5s", 5s}, Row{"10m", 10min},
                           Row{"2h", 2h}, Row{"1d", 24h}}) {
        Duration duration;
        INFO(row.text);
        REQUIRE(api::Scalar<Duration>::set(duration, row.text));
        CHECK(duration.length == row.length);
        CHECK(api::to_json(duration) == '"' + std::string(row.text) + '"');
    }
}

TEST_CASE("what is no length of time is refused") {
    for (const std::string_view text : {"", "5", "s", "-5s", "5 s", "5.5s", "5S", "5sec", "s5",
                                        "99999999999999999999s", "9223372036854775807d", "5s\n"}) {
        INFO(text);
        CHECK_FALSE(reads(text));
    }
}

TEST_CASE("a beginning is a length of time, an offset or the start") {
    const auto read = [](std::string_view text) {
        Since since;
        REQUIRE(api::Scalar<Since>::set(since, text));
        return since.place;
    };
    CHECK(std::holds_alternative<LogStart>(read("start")));
    CHECK(std::get<Duration>(read("10m")).length == std::chrono::minutes(10));
    CHECK(std::get<api::Offset>(read("1234")).number() == 1234);
    Since since;
    for (const std::string_view text : {"", "end", "-1", "1x", "start "})
        CHECK_FALSE(api::Scalar<Since>::set(since, text));
}
