#include "formats/reader.hpp"

#include "catch.hpp"
#include "collected.hpp"

using namespace palette;
using namespace palette::formats;
using test::found_in;

namespace {

constexpr auto line = Where::Unit::line;
constexpr auto item = Where::Unit::item;

std::string of_colors(std::size_t count) {
    std::string json = R"({"colors":[)";
    for (std::size_t i = 0; i < count; ++i)
        json += i == 0 ? R"("#fff")" : R"(,"#fff")";
    return json + "]}";
}

}  // namespace

TEST_CASE("a broken line is a problem with its number and stops nothing") {
    const auto found = found_in(
        "{\"name\":\"A\",\"colors\":[\"#fff\"]}\n"
        "{\"name\":\"B\",\"colors\":[\"#ff\n"
        "\n"
        "{\"name\":\"C\",\"colors\":[\"#000\"]}\r\n"
        "nothing");
    REQUIRE(found.size() == 4);
    CHECK(found[0].record->title == "A");
    CHECK(found[1].where == Where{line, 2});
    CHECK_FALSE(found[1].record);
    CHECK(found[2].where == Where{line, 4});
    CHECK(found[2].record->title == "C");
    CHECK(found[3].where == Where{line, 5});
    CHECK_FALSE(found[3].record);
}

TEST_CASE("lines are lines even if the first is broken") {
    const auto found = found_in("{\"name\":\"A\",\"col\n{\"name\":\"B\",\"colors\":[\"#fff\"]}\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].where == Where{line, 1});
    CHECK_FALSE(found[0].record);
    CHECK(found[1].record->title == "B");
}

TEST_CASE("a document is recognized by its content, however it is laid out") {
    struct Row {
        std::string_view file;
        std::size_t palettes;
    };
    for (const Row& row : {
             Row{R"({"title":"A","colors":["#fff"]})", 1},
             Row{"{\n  \"title\": \"A\",\n  \"colors\": [\"#fff\"]\n}\n", 1},
             Row{R"([{"colors":["#fff"]},{"colors":["#000"]}])", 2},
             Row{"[\n  {\"colors\":[\"#fff\"]},\n  {\"colors\":[\"#000\"]}\n]\n", 2},
             Row{R"({"items":[{"colors":["#fff"]},{"colors":["#000"]}],"next":null})", 2},
             Row{R"([["#fff","#000"],["#123"],["#456"]])", 3},
             Row{R"(["#fff","#000"])", 1},
             Row{"\xEF\xBB\xBF{\"colors\":[\"#fff\"]}\n", 1},
             Row{"\n\n  {\"colors\":[\"#fff\"]}\n{\"colors\":[\"#000\"]}\n", 2},
             Row{R"([])", 0},
         }) {
        INFO(row.file);
        const auto found = found_in(row.file);
        CHECK(found.size() == row.palettes);
        for (const auto& one : found)
            CHECK(one.record);
    }
}

TEST_CASE("a file that is nothing of the kind is one problem") {
    for (const std::string_view file :
         {"", "  \n\n", "GIMP Palette\nName: x\n", "{\n \"a\": ", "7", "\x89PNG\r\n\x1a\n\n\n"}) {
        INFO(file);
        const auto found = found_in(file);
        REQUIRE(found.size() == 1);
        CHECK_FALSE(found[0].record);
    }
}

TEST_CASE("what is neither text nor known, and what only begins as JSON, is of no format") {
    for (const std::string& file :
         {std::string("8BCB\0\1\0\xFF", 8), std::string("[colors]\nforeground=f8f8f2\n")}) {
        const auto found = found_in(file);
        REQUIRE(found.size() == 1);
        REQUIRE_FALSE(found[0].record);
        CHECK_THAT(found[0].record.error().message, Catch::Contains("of no format that is known"));
    }
    CHECK_THAT(found_in("[\n  1,").at(0).record.error().message, Catch::Contains("JSON"));
}

TEST_CASE("a bad palette in an array is a problem of its own") {
    const auto found = found_in(R"([{"colors":["#fff"]},{"colors":[]},{"colors":["#000"]}])");
    REQUIRE(found.size() == 3);
    CHECK(found[1].where == Where{item, 2});
    CHECK_FALSE(found[1].record);
    CHECK(found[2].record);
}

TEST_CASE("a file in pieces of one byte is the same file") {
    for (const std::string_view file :
         {"{\"colors\":[\"#fff\"]}\n{\"colors\":[\"#0\n{\"colors\":[\"#000\"]}",
          "[{\"colors\":[\"#fff\"]},\n{\"colors\":[\"#000\"]}]"}) {
        const auto whole = found_in(file);
        const auto pieces = test::found_in_pieces(file, 1);
        REQUIRE(whole.size() == pieces.size());
        for (std::size_t i = 0; i < whole.size(); ++i) {
            CHECK(whole[i].where == pieces[i].where);
            CHECK(whole[i].record.has_value() == pieces[i].record.has_value());
        }
    }
}

TEST_CASE("a palette may have 8,192 colors and no more") {
    CHECK(found_in(of_colors(8'192)).at(0).record);
    const auto found = found_in(of_colors(8'193));
    REQUIRE(found.size() == 1);
    REQUIRE_FALSE(found[0].record);
    CHECK_THAT(found[0].record.error().message, Catch::Contains("8192"));
}

TEST_CASE("a line beyond its limit is given up and the next is read") {
    const std::string good = R"({"colors":["#fff"]})";
    const std::string endless = R"({"name":")" + std::string(longest_line_bytes, 'x') + R"("})";
    const auto found = found_in(good + "\n" + endless + "\n" + good + "\n");
    REQUIRE(found.size() == 3);
    CHECK_THAT(found[1].record.error().message, Catch::Contains("longer than"));
    CHECK(found[2].where == Where{line, 3});
    CHECK(found[2].record);
}

TEST_CASE("nesting without end is no palette") {
    const auto found = found_in(std::string(100'000, '[') + std::string(100'000, ']'));
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].record);
}
