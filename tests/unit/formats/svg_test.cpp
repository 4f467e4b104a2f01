#include "catch.hpp"
#include "formats/xml.hpp"
#include "read_as.hpp"

using namespace palette;
using namespace palette::formats;
using test::BadFile;

namespace {

Record read(const std::string& body) {
    return test::read_as(svg_format,
                         "<svg xmlns=\"http://www.w3.org/2000/svg\">" + body + "</svg>");
}

}  // namespace

TEST_CASE("SVG: shapes and stops are colors in the order of the document") {
    CHECK(read(R"svg(<title> Sea </title><desc>of glass</desc><g fill="#111111">
        <rect fill="#0b3954"><title>Deep</title></rect></g>
        <defs><linearGradient><stop stop-color="rebeccapurple" stop-opacity="0.5"/>
        <stop style="stop-opacity:50%; stop-color : rgb(1, 2, 3)"/></linearGradient></defs>
        <circle style="fill:#fff8" fill="#000"/><text fill="#222222">x</text>
        <path fill="none"/><path fill="url(#a)"/><path fill="currentColor"/><path/>
        <polygon fill=" RED "/>)svg")
              .colors == std::vector<RecordColor>{{{0x0b, 0x39, 0x54}, "Deep"},
                                                  {{0x66, 0x33, 0x99, 128}},
                                                  {{1, 2, 3, 128}},
                                                  {{255, 255, 255, 0x88}},
                                                  {{255, 0, 0}}});
    CHECK(read("<title> Sea </title><rect fill=\"#fff\"/>").title == "Sea");
}

TEST_CASE("SVG: of what a style says twice the last counts, and what is important before it") {
    const auto color = [](const std::string& style) {
        return read("<rect fill='#000001' style='" + style + "'/>").colors.at(0).color;
    };
    CHECK(color("fill:#ff0000 !important") == color::Color{255, 0, 0});
    CHECK(color("fill:#000;fill:#0f0") == color::Color{0, 255, 0});
    CHECK(color("fill:#00f ! Important;fill:#0f0") == color::Color{0, 0, 255});
    CHECK(color("fill:") == color::Color{0, 0, 1});
}

TEST_CASE("SVG: it is one by its outermost element") {
    CHECK(svg_format.recognizes("<svg/>"));
    CHECK(svg_format.recognizes(
        "<?xml version='1.0'?>\n<!-- a > b -->\n<!DOCTYPE svg>\n<s:svg x=''>"));
    CHECK(svg_format.recognizes("<!DOCTYPE svg [<!ENTITY x 'y'> ]><svg>"));
    CHECK_FALSE(svg_format.recognizes("<html><svg/></html>"));
    CHECK_FALSE(svg_format.recognizes("<svgx>"));
    CHECK_FALSE(svg_format.recognizes("<!-- "));
    CHECK_FALSE(svg_format.recognizes("svg"));
    CHECK_FALSE(svg_format.recognizes(""));
    CHECK_FALSE(svg_format.recognizes("<"));
}

TEST_CASE("SVG: what is wrong is told by its line") {
    test::check_faults(
        svg_format,
        {
            BadFile{"<svg>\n<rect>\n</svg>", "3: it is not well-formed XML"},
            BadFile{"<svg>\n<rect fill='#fff\n", "2: it is not well-formed XML"},
            BadFile{"", "1: it is not well-formed XML"},
            BadFile{"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
                    "1: it declares entities"},
            BadFile{
                "<?xml version='1.0'?>\n<!-- \n -->\n<!DOCTYPE svg [\n<!ENTITY x 'y'>]>\n<svg/>",
                "4: it declares entities"},
            BadFile{"\n\n<svg><g/></svg>", "3: no shape in it has a color"},
            BadFile{"<svg>" + std::string(most_xml_bytes, ' ') + "</svg>", "1: more than 4 MiB"},
        });
    std::string many = "<svg>";
    for (std::size_t i = 0; i <= api::Colors::most; ++i)
        many += "\n<rect fill='#fff'/>";
    CHECK_THAT(test::fault_as(svg_format, many + "</svg>"),
               Catch::StartsWith("8194: more than 8192 colors"));
}

TEST_CASE("SVG: elements within elements without end are read") {
    std::string deep = "<svg>";
    for (int i = 0; i < 500'000; ++i)
        deep += "<g>";
    CHECK_FALSE(svg_format.read(deep));
    deep += "<rect fill='#123456'/>";
    for (int i = 0; i < 500'000; ++i)
        deep += "</g>";
    CHECK(test::read_as(svg_format, deep + "</svg>").colors.size() == 1);
}

TEST_CASE("SVG: the sheet is read back, with whatever a name has in it") {
    Record written{.colors{}, .title = "<&\">", .description = "]]> \x01"};
    for (unsigned i = 0; i < 256; ++i) {
        const auto part = static_cast<std::uint8_t>(i);
        written.colors.push_back(
            {{part, 2, 3, part}, i % 2 == 0 ? "</title><rect fill=\"#fff\"/>" : ""});
    }
    const std::string file = svg_format.write(written);
    const Record read = test::read_as(svg_format, file);
    CHECK(read.colors == written.colors);
    CHECK(read.title == written.title);
    CHECK(read.description == "]]> \uFFFD");
    CHECK_THAT(file, Catch::Contains(">#010203<") || Catch::Contains(">#01020301<"));
}

TEST_CASE("SVG: each hex and each name stands in the sheet as text") {
    const std::string file =
        svg_format.write({.colors{{{0x0b, 0x39, 0x54}, "Deep & wide"}, {{255, 255, 255, 128}}}});
    CHECK_THAT(file,
               Catch::Contains(">#0b3954</text>") && Catch::Contains(">Deep &amp; wide</text>"));
    CHECK_THAT(file, Catch::Contains(">#ffffff80</text>") &&
                         Catch::Contains("fill=\"#ffffff\" fill-opacity=\"0.5020\""));
}
