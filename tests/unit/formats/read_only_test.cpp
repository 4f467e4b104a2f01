// The formats that are read and not written: LibreOffice, Scribus, sK1.
#include "catch.hpp"
#include "read_as.hpp"

using namespace palette;
using namespace palette::formats;
using test::BadFile;

TEST_CASE("LibreOffice: names and colors of a color table") {
    const std::string heading = "<?xml version=\"1.0\"?>\n<ooo:color-table>\n";
    const Record record = test::read_as(
        soc_format, heading +
                        "<!-- x --><draw:color draw:name=\"Green 0\" draw:color=\"#106802\"/>"
                        "<draw:gradient draw:color=\"no\"/></ooo:color-table>");
    CHECK(record.colors == std::vector<RecordColor>{{{0x10, 0x68, 0x02}, "Green 0"}});
    CHECK(soc_format.recognizes(heading));
    test::check_faults(soc_format,
                       {
                           BadFile{heading + "</ooo:color-table>", "1: there are no colors"},
                           BadFile{heading + "\n<draw:color draw:name='x'/></ooo:color-table>",
                                   "4: expected draw:color"},
                           BadFile{heading + "<draw:color", "3: it is not well-formed XML"},
                       });
}

TEST_CASE("Scribus: RGB, inks and Lab, in both ways that it writes them") {
    const Record record = test::read_as(scribus_format, R"(<SCRIBUSCOLORS Name="Sea">
        <COLOR NAME="a" RGB="#0b3954" Spot="1"/>
        <COLOR NAME="b" CMYK="#00ff00ff"/>
        <COLOR NAME="c" SPACE="RGB" R="255" G="0" B="127.5"/>
        <COLOR NAME="d" SPACE="CMYK" C="0" M="100" Y="100" K="0"/>
        <COLOR NAME="e" SPACE="Lab" L="100" A="0" B="0"/></SCRIBUSCOLORS>)");
    CHECK(record.title == "Sea");
    CHECK(record.colors == std::vector<RecordColor>{{{0x0b, 0x39, 0x54}, "a", "", "", true},
                                                    {{0, 0, 0}, "b"},
                                                    {{255, 0, 128}, "c"},
                                                    {{255, 0, 0}, "d"},
                                                    {{255, 255, 255}, "e"}});
    CHECK(record.remarks ==
          std::vector<std::string>{
              "2 CMYK colors and 1 Lab color were converted to sRGB without a profile"});
}

TEST_CASE("Scribus: what is wrong is told by its line") {
    const auto with = [](std::string_view color) {
        return "<SCRIBUSCOLORS>\n" + std::string(color) + "</SCRIBUSCOLORS>";
    };
    test::check_faults(
        scribus_format,
        {
            BadFile{with(""), "1: there are no colors"},
            BadFile{with("<COLOR NAME='a'/>"), "2: expected RGB"},
            BadFile{with("<COLOR CMYK='#ffffff'/>"), "2: expected RGB"},
            BadFile{with("<COLOR RGB='red'/>"), "2: expected RGB"},
            BadFile{with("<COLOR SPACE='RGB' R='1' G='256' B='0'/>"), "2: expected RGB"},
            BadFile{with("<COLOR SPACE='CMYK' C='1' M='nan' Y='0' K='0'/>"), "2: expected RGB"},
            BadFile{with("<COLOR SPACE='Lab' L='1' A='inf' B='0'/>"), "2: expected RGB"},
            BadFile{with("<COLOR SPACE='Spot' L='1' A='0' B='0'/>"), "2: expected RGB"},
        });
}

TEST_CASE("sK1: calls that make colors, each in its model") {
    const Record record = test::read_as(skp_format, R"(##sK1 palette
palette()
set_name('Sea \'1\'')
set_source("Ann")
add_comments('color([no')
color(['RGB', [0.5, 0, 1e0], 0.5, u'Plum'])
color(['CMYK', [0, 0, 0, 1.0], 1.0, ""])
color([ 'Gray' , [0.2] , 1 ])
color(['LAB', [1.0, 0.50196, 0.50196], 1.0, 'white'])
palette_end()
)");
    CHECK(record.title == "Sea '1'");
    CHECK(record.source == "Ann");
    CHECK(record.colors == std::vector<RecordColor>{{{128, 0, 255, 128}, "Plum"},
                                                    {{0, 0, 0}},
                                                    {{51, 51, 51}},
                                                    {{255, 255, 255}, "white"}});
    CHECK(record.remarks.size() == 1);
}

TEST_CASE("sK1: texts have the escapes of Python") {
    struct Row {
        std::string_view literal;
        std::string_view name;
    };
    for (const Row& row : {
             Row{R"('\xc3\xa9t\xc3\xa9')", "été"},
             Row{R"(u'\xe9t\xe9')", "été"},
             Row{R"(u'\u65e5\u672c \ud83d\ude00')", "日本 😀"},
             Row{R"(u'\ud83d!')", "\uFFFD!"},
             Row{R"('a\tb\nc')", "a\tb\nc"},
             Row{R"('\\n \'\"')", R"(\n '")"},
             Row{R"("\d\x4\u12\U\q")", R"(\d\x4\u12\U\q)"},
             Row{R"('\\')", R"(\)"},
         }) {
        INFO(row.literal);
        const std::string call = "color(['RGB', [1, 1, 1], 1.0, " + std::string(row.literal) + "])";
        CHECK(test::read_as(skp_format, "##sK1 palette\n" + call).colors.at(0).name == row.name);
    }
    CHECK_FALSE(skp_format.read("##sK1 palette\ncolor(['RGB', [1, 1, 1], 1.0, 'x\\"));
}

TEST_CASE("sK1: what is wrong is told by its line") {
    const auto with = [](std::string_view call) { return "##sK1 palette\n" + std::string(call); };
    test::check_faults(skp_format,
                       {
                           BadFile{with(""), "1: there are no colors"},
                           BadFile{with("color("), "2: expected color("},
                           BadFile{with("color(['RGB', [1, 1], 1.0, ''])"), "2: "},
                           BadFile{with("color(['RGB', [1, 1, 2], 1.0, ''])"), "2: "},
                           BadFile{with("color(['RGB', [1, 1, nan], 1.0, ''])"), "2: "},
                           BadFile{with("color(['XYZ', [1, 1, 1], 1.0, ''])"), "2: "},
                           BadFile{with("color(['RGB', [1, 1, 1], 1.0, 'x)"), "2: "},
                           BadFile{with("color(['RGB', [1, 1, 1, 1, 1], 1, ''])"), "2: "},
                       });
}
