#include "base/log_line.hpp"

#include "catch.hpp"

using namespace palette;

TEST_CASE("a log line is time, level, program, event and fields") {
    const auto at = parse_rfc3339("2026-01-31T09:05:00.120Z");
    REQUIRE(at);
    CHECK(log_line(*at, "info", "palette-supervisor", "daemon.died",
                   {{"name", "paletted"}, {"pid", 12}, {"restart_in_ms", 100}}) ==
          "2026-01-31T09:05:00.120Z info palette-supervisor daemon.died name=paletted pid=12 "
          "restart_in_ms=100");
}

TEST_CASE("whatever a value holds, it stays one field of one line") {
    const auto [value, written] = GENERATE(table<std::string, std::string>({
        {"", "\"\""},
        {"two words", "\"two words\""},
        {"a=b", "\"a=b\""},
        {"say \"no\"", "\"say \\\"no\\\"\""},
        {"back\\slash", "\"back\\\\slash\""},
        {"one\ntwo\t", "\"one\\ntwo\\t\""},
        {"\x1b[31m\x7f", "\"\\u001b[31m\\u007f\""},
        {"caf\xc3\xa9", "\"caf\xc3\xa9\""},
    }));
    CHECK(log_line({}, "warn", "p", "e", {{"why", value}}) ==
          "1970-01-01T00:00:00.000Z warn p e why=" + written);
}
