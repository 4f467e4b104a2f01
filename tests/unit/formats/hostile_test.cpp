// Texts of others in files that are written: none of them ends a comment, a quote or a line, so
// that nothing but colors is said to whoever reads or runs the file. And files that are made to be
// slow.
#include "base/text_lines.hpp"
#include "catch.hpp"
#include "collected.hpp"
#include "formats/credit_line.hpp"
#include "formats/format.hpp"
#include "formats/identifiers.hpp"

using namespace palette;
using namespace palette::formats;

namespace {

const std::vector<std::string> ends_of_lines{"\n",       "\r",           "\v",          "\f",
                                             "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};

}  // namespace

TEST_CASE("what anybody takes for the end of a line ends none in a written file") {
    for (const std::string& end : ends_of_lines) {
        const std::string text = "a" + end + "evil: */ ]]> \" '";
        Record record{.colors = {{{1, 2, 3}, text, "accent"}}, .title = text, .author = text};
        record.colors.push_back({{4, 5, 6}, "b"});
        for (const Format& format : all_formats()) {
            // JSON and XML hold any text, and so does a quoted cell.
            const bool quotes = format.name.starts_with("json") || format.name == "csv" ||
                                format.name == "dtcg" || format.name == "sketch" ||
                                format.name == "svg";
            if (format.write == nullptr || format.content == Content::bytes || quotes) continue;
            INFO(format.name);
            const std::string file = format.write(record);
            CHECK(file.find("a" + end) == std::string::npos);
            CHECK(format.read(file).has_value());
        }
    }
}

TEST_CASE("control characters and marks become blanks") {
    CHECK(on_one_line("a\xE2\x80\xA8 b\r\n\xC3\x85") == "a  b  \xC3\x85");
    CHECK(without_controls("a\x1B[0m\x7F\xC2\x9B\xEF\xBB\xBF\xC2\xA0z") == "a [0m   \xC2\xA0z");
    CHECK(without_mark("*/*/**/", "*/") == "* /* /** /");
    CHECK(without_mark("plain", "*/") == "plain");
}

TEST_CASE("the name of a palette that begins with a digit is a name in every style sheet") {
    const Record record{.colors = {{{1, 2, 3}}}, .title = "1-bit error"};
    CHECK(file_prefix(record) == "palette-1-bit-error");
    CHECK_THAT(format_named("scss")->write(record),
               Catch::Contains("$palette-1-bit-error-1: #010203;"));
}

TEST_CASE("a file of blanks that comes in small pieces is looked at once") {
    const auto found = test::found_in_pieces(std::string(std::size_t{4} * 1024 * 1024, '\n'), 512);
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0].record.error().message, Catch::Contains("nothing in it"));
    const auto late =
        test::found_in_pieces(std::string(300'000, '\n') + "{\"colors\":[\"#fff\"]}\n", 7);
    REQUIRE(late.size() == 1);
    CHECK(late[0].record.has_value());
}

TEST_CASE("aliases that come to no color cost no more than their number") {
    std::string file =
        R"({"g":{"$type":"color","c":{"$value":"#ffffff"},"z":{"$type":"number","$value":1})";
    for (int i = 0; i < 60'000; ++i) {
        const std::string number = std::to_string(i);
        file += ",\"t" + number + R"(":{"$type":"number","$value":"{g.z}"})";
    }
    const auto found = test::found_in(file + "}}");
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].record.has_value());
    CHECK(found[0].record->colors.size() == 1);
}

TEST_CASE("a long title of marks is written at once") {
    std::string title;
    while (title.size() < 2'000'000)
        title += "*/";
    const Record record{.colors = {{{1, 2, 3}}}, .title = title};
    CHECK(format_named("css")->write(record).size() > title.size());
}
