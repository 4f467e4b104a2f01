#include "formats/losses.hpp"

#include "catch.hpp"
#include "collected.hpp"

using namespace palette;
using namespace palette::formats;

namespace {

std::vector<std::string> lost_in(const std::string& name) {
    const Record record{.colors = {{{1, 2, 3, 128}, "one"}, {{4, 5, 6}, "two"}, {{7, 8, 9}}},
                        .title = "Sea"};
    const Format& format = *format_named(name);
    return losses(format, record, format.write(record));
}

}  // namespace

TEST_CASE("what a format has no place for is told by number") {
    CHECK(lost_in("csv").empty());
    CHECK(lost_in("json").empty());
    CHECK(lost_in("gpl") == std::vector<std::string>{"gpl has no place for the alpha of 1 color"});
    CHECK(lost_in("hex") == std::vector<std::string>{"hex has no place for 2 names"});
    CHECK(lost_in("riff") == std::vector<std::string>{"riff has no place for the alpha of 1 color",
                                                      "riff has no place for 2 names"});
}

TEST_CASE("JSON that is broken is told by its line") {
    const auto found =
        test::found_in("{\n  \"title\": \"a\",\n  \"colors\": [\n    \"#fff\",,\n  ]\n}\n");
    REQUIRE(found.size() == 1);
    REQUIRE_FALSE(found[0].record.has_value());
    CHECK(found[0].where == at_line(4));
}
