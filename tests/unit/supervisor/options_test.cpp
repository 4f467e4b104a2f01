#include "supervisor/options.hpp"

#include "catch.hpp"

#include <vector>

using namespace palette;
using namespace palette::supervisor;
using namespace std::chrono_literals;

TEST_CASE("without options it reports to nobody and drains for ten seconds") {
    const auto options = read_options({});
    REQUIRE(options);
    CHECK_FALSE(options->report_fd);
    CHECK(options->drain == 10s);
    CHECK(options->print.empty());
}

TEST_CASE("options are read with their numbers") {
    const std::vector<const char*> arguments{"--drain-ms", "250", "--report-fd", "7"};
    const auto options = read_options(arguments);
    REQUIRE(options);
    CHECK(options->drain == 250ms);
    CHECK(options->report_fd == 7);
}

TEST_CASE("--help prints the usage, in place of anything else") {
    const std::vector<const char*> arguments{"--help", "--nonsense"};
    const auto options = read_options(arguments);
    REQUIRE(options);
    CHECK(options->print == usage());
}

TEST_CASE("what is no option, or no number, is refused by name") {
    using Arguments = std::vector<const char*>;
    const auto [arguments, named] = GENERATE(table<Arguments, std::string>({
        {{"--dran-ms", "1"}, "'--dran-ms'"},
        {{"up"}, "'up'"},
        {{"--drain-ms"}, "not ''"},
        {{"--drain-ms", "-1"}, "not '-1'"},
        {{"--drain-ms", "10s"}, "not '10s'"},
        {{"--drain-ms", "600001"}, "0 to 600000"},
        {{"--report-fd", "99999999999"}, "--report-fd"},
    }));
    const auto options = read_options(arguments);
    REQUIRE_FALSE(options);
    CHECK(options.error().kind == ErrorKind::invalid_argument);
    CHECK_THAT(options.error().message, Catch::Contains(named));
}
