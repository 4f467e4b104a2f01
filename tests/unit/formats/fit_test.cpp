#include "formats/fit.hpp"

#include "api/writer.hpp"
#include "catch.hpp"

using namespace palette;
using namespace palette::formats;

namespace {

Record one_color() {
    return {.colors = {{color::Color{1, 2, 3}}}};
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

}  // namespace

TEST_CASE("a record without a title is titled by its file and rank, or its place") {
    Record record = one_color();
    const Where where{Where::Unit::line, 12};
    CHECK(title_of_place("colourlovers-top", record, where) == "colourlovers-top 12");
    record.rank = 3;
    CHECK(title_of_place("colourlovers-top", record, where) == "colourlovers-top 3");
    CHECK(fit(record, "colourlovers-top 3").palette.title.text() == "colourlovers-top 3");
    record.title = " \t";
    CHECK(fit(record, "colourlovers-top 3").palette.title.text() == "colourlovers-top 3");
}

TEST_CASE("what is too long is cut at a character and named") {
    Record record = one_color();
    record.title = repeated("ä", 81);
    record.author = std::string(501, 'a');
    record.tags = {std::string(65, 't'), "calm"};
    const Fitted fitted = fit(record, "x");
    CHECK(fitted.palette.title.text() == repeated("ä", 79) + "…");
    CHECK(characters(fitted.palette.credit->author->text()) == 500);
    CHECK(characters(fitted.palette.tags[0].text()) == 64);
    CHECK(fitted.cut == std::vector<std::string_view>{"title", "tags", "author"});
}

TEST_CASE("what has just the room is left alone") {
    Record record = one_color();
    record.title = repeated("ä", 80);
    const Fitted fitted = fit(record, "x");
    CHECK(fitted.palette.title.text() == record.title);
    CHECK(fitted.cut.empty());
}

TEST_CASE("a tag stands once, and empty ones do not stand") {
    Record record = one_color();
    record.tags = {"calm", "", "calm", " warm "};
    const Fitted fitted = fit(record, "x");
    CHECK(api::to_json(fitted.palette.tags) == R"(["calm","warm"])");
}

TEST_CASE("only the first 32 tags have room, and tags are named once among what was cut") {
    Record record = one_color();
    record.tags = {std::string(65, 't')};
    for (int i = 0; i < 40; ++i)
        record.tags.push_back("t" + std::to_string(i));
    const Fitted fitted = fit(record, "x");
    CHECK(fitted.palette.tags.size() == 32);
    CHECK(fitted.cut == std::vector<std::string_view>{"tags"});
}

TEST_CASE("credit is there when somebody is credited") {
    CHECK_FALSE(fit(one_color(), "x").palette.credit);
    Record record = one_color();
    record.license = "MIT";
    const Fitted fitted = fit(record, "x");
    REQUIRE(fitted.palette.credit);
    CHECK(fitted.palette.credit->license->text() == "MIT");
    CHECK_FALSE(fitted.palette.credit->author);
}
