#include "catch.hpp"
#include "collected.hpp"
#include "read_as.hpp"

using namespace palette;
using namespace palette::formats;
using test::BadFile;

TEST_CASE("Sketch: colors with alpha, and names since version 2") {
    const Record record =
        test::read_as(sketch_format,
                      R"({"compatibleVersion":"1.4","pluginVersion":"1.4","gradients":[{"x":1}],
            "colors":[{"red":0.5,"green":0,"blue":1,"alpha":0.5,"name":"Plum"},
                      {"red":1,"green":1,"blue":1,"name":null}]})");
    CHECK(record.colors ==
          std::vector<RecordColor>{{{128, 0, 255, 128}, "Plum"}, {{255, 255, 255}}});
}

TEST_CASE("Sketch: a file on one line is no line of JSON lines") {
    const auto found = test::found_in(
        R"({"compatibleVersion":"1.4","colors":[{"red":1,"green":0,"blue":0,"alpha":1}]})");
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].record);
    CHECK(found[0].record->colors == std::vector<RecordColor>{{{255, 0, 0}}});
}

TEST_CASE("Sketch: what is wrong is said") {
    const auto with = [](const std::string& colors) {
        return R"({"compatibleVersion":"1.4","colors":[)" + colors + "]}";
    };
    test::check_faults(
        sketch_format,
        {
            BadFile{"{\"compatibleVersion\"", "1: expected a colon after a name"},
            BadFile{"{\"compatibleVersion\":1,\n\n", "3: expected a name in quotes"},
            BadFile{with("{\"red\":1,\"green\":1,\"blue\":1},\n\n{\"red\":2}"),
                    "3: colors[1]: red, green"},
            BadFile{with(""), "1: there are no colors"},
            BadFile{with("3"), "1: colors[0]: expected an object"},
            BadFile{with(R"({"red":1,"green":1})"), "1: colors[0]: red, green, blue and alpha"},
            BadFile{with(R"({"red":1,"green":1,"blue":1.5})"), "1: colors[0]: red, green"},
            BadFile{with(R"({"red":1,"green":1,"blue":"1"})"), "1: colors[0]: red, green"},
            BadFile{with(R"({"red":1,"green":1,"blue":1e999})"), "1: "},
        });
    std::string many = R"({"red":1,"green":1,"blue":1})";
    for (std::size_t i = 0; i < api::Colors::most; ++i)
        many += R"(,{"red":1,"green":1,"blue":1})";
    CHECK_THAT(test::fault_as(sketch_format, with(many)), Catch::Contains("8192"));
}

TEST_CASE("Sketch: every part of a color goes there and back, and names do") {
    Record written;
    for (unsigned i = 0; i < 256; ++i) {
        const auto part = static_cast<std::uint8_t>(i);
        written.colors.push_back({{part, 0, 255, part}, i % 2 == 0 ? "\"a\\\n" : ""});
    }
    const std::string file = sketch_format.write(written);
    CHECK(sketch_format.recognizes(file));
    CHECK(test::read_as(sketch_format, file).colors == written.colors);
}
