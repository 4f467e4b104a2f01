#include "formats/json.hpp"

#include "catch.hpp"

using namespace palette;
using namespace palette::formats;

namespace {

Result<Record> read(std::string_view json) {
    api::Document document;
    return read_record(document, json);
}

}  // namespace

TEST_CASE("everything a record can say is read") {
    const auto record = read(R"({"name":"Knot","author":"Kjetil","tags":["warm","dark"],
        "colors":["#1d3b1a","EB4B11","rebeccapurple"],"color_names":["Moss","Ember"],
        "source":"chromotome","url":"https://example.org/x","license":"MIT","rank":7,
        "description":"four of them","extra":{"background":"#eae2d0"}})");
    REQUIRE(record);
    CHECK(record->title == "Knot");
    CHECK(record->author == "Kjetil");
    CHECK(record->tags == std::vector<std::string>{"warm", "dark"});
    CHECK(record->colors == std::vector<RecordColor>{{{0x1d, 0x3b, 0x1a}, "Moss"},
                                                     {{0xeb, 0x4b, 0x11}, "Ember"},
                                                     {{0x66, 0x33, 0x99}}});
    CHECK(record->source == "chromotome");
    CHECK(record->url == "https://example.org/x");
    CHECK(record->license == "MIT");
    CHECK(record->description == "four of them");
    CHECK(record->rank == 7);
}

TEST_CASE("a palette as palettectl prints it is read back, its credit too") {
    const auto record = read(R"({"id":42,"ref":"alice/sea-glass","title":"Sea Glass",
        "visibility":"private","credit":{"author":"Ann","source":null,"url":null,"license":"CC0"},
        "colors":[{"hex":"#0b3954","name":"Deep","role":"background"},
                  {"hex":"#bfd7ea80","name":null,"role":null}]})");
    REQUIRE(record);
    CHECK(record->title == "Sea Glass");
    CHECK(record->author == "Ann");
    CHECK(record->license == "CC0");
    CHECK(record->visibility == api::Visibility::private_);
    CHECK(record->colors == std::vector<RecordColor>{{{0x0b, 0x39, 0x54}, "Deep", "background"},
                                                     {{0xbf, 0xd7, 0xea, 0x80}}});
}

TEST_CASE("nulls are as good as nothing") {
    const auto record =
        read(R"({"name":null,"author":null,"tags":null,"rank":null,"colors":["#fff"]})");
    REQUIRE(record);
    CHECK(record->title.empty());
    CHECK_FALSE(record->rank);
}

TEST_CASE("a record that is no palette is refused with what is wrong with it") {
    struct Row {
        std::string_view json;
        std::string_view part;
    };
    for (const Row& row : {
             Row{R"({"name":"x","colors":[)", "not JSON"},
             Row{R"({"name":"x"})", "no colors"},
             Row{R"({"colors":[]})", "no colors"},
             Row{R"({"colors":"#fff"})", "colors: expected an array"},
             Row{R"({"colors":["#fff","blurple"]})", "colors[1]: \"blurple\" is not a color"},
             Row{R"({"colors":["#fff",3]})", "colors[1]: expected a color, got \"3\""},
             Row{R"({"colors":[{"name":"x"}]})", "colors[0]: hex: missing"},
             Row{R"({"colors":["#fff"],"title":3})", "title: expected text, got 3"},
             Row{R"({"colors":["#fff"],"colors":["#000"]})", "colors: given more than once"},
             Row{R"(7)", "expected an object"},
         }) {
        const auto record = read(row.json);
        INFO(row.json);
        REQUIRE_FALSE(record);
        CHECK_THAT(record.error().message, Catch::Contains(std::string(row.part)));
    }
}
