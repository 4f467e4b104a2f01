#include "catch.hpp"
#include "formats/byte_writer.hpp"
#include "read_as.hpp"

using namespace palette;
using namespace palette::formats;
using test::BadFile;

namespace {

std::string words(std::initializer_list<int> numbers) {
    ByteWriter file(std::endian::big);
    for (const int number : numbers)
        file.u16(static_cast<std::uint16_t>(number));
    return std::move(file).file();
}

}  // namespace

TEST_CASE("ACO: each space is what Photoshop means by it") {
    const Record record =
        test::read_as(aco_format, words({1, 6,                                 //
                                         0, 0xFFFF, 0x8080, 0,      0,         // RGB
                                         1, 0x8000, 0xFFFF, 0xFFFF, 0,         // HSB
                                         2, 0,      0xFFFF, 0xFFFF, 0xFFFF,    // CMYK
                                         7, 10000,  0,      0,      0,         // Lab
                                         8, 5000,   0,      0,      0,         // gray
                                         9, 0,      0,      0,      10000}));  // CMYK
    using color::Color;
    std::vector<Color> colors;
    for (const RecordColor& one : record.colors)
        colors.push_back(one.color);
    CHECK(colors == std::vector<Color>{{255, 128, 0},
                                       {0, 255, 255},
                                       {0, 255, 255},
                                       {255, 255, 255},
                                       {128, 128, 128},
                                       {0, 0, 0}});
    CHECK(record.remarks ==
          std::vector<std::string>{
              "2 CMYK colors and 1 Lab color were converted to sRGB without a profile"});
}

TEST_CASE("ACO: the axes of Lab have signs") {
    const Record record = test::read_as(aco_format, words({1, 2,                  //
                                                           7, 5000, -4000, 0, 0,  // green
                                                           7, 5000, 4000, 0, 0}));
    CHECK(record.colors[0].color.g > record.colors[0].color.r);
    CHECK(record.colors[1].color.g < record.colors[1].color.r);
}

TEST_CASE("ACO: names are those of the second table, which may stand alone") {
    const std::string first = words({1, 1, 0, 0x0101, 0x0202, 0x0303, 0});
    const std::string second = words({2, 1, 0, 0x0101, 0x0202, 0x0303, 0, 0, 3, 'H', 'i', 0});
    const std::vector<RecordColor> named{{{1, 2, 3}, "Hi"}};
    CHECK(test::read_as(aco_format, first).colors == std::vector<RecordColor>{{{1, 2, 3}}});
    CHECK(test::read_as(aco_format, first + second).colors == named);
    CHECK(test::read_as(aco_format, second).colors == named);
}

TEST_CASE("ACO: it is one when its tables are the whole of it") {
    const std::string first = words({1, 1, 0, 0, 0, 0, 0});
    const std::string second = words({2, 1, 0, 0, 0, 0, 0, 0, 1, 0});
    CHECK(aco_format.recognizes(first));
    CHECK(aco_format.recognizes(second));
    CHECK(aco_format.recognizes(first + second));
    CHECK_FALSE(aco_format.recognizes(first + second + "x"));
    CHECK_FALSE(aco_format.recognizes(first.substr(1)));
    CHECK_FALSE(aco_format.recognizes(words({1, 0})));
    // A color table whose first color is #000100.
    CHECK_FALSE(aco_format.recognizes(words({1}) + std::string(766, '\0')));
    CHECK(format_of(words({1, 0x0101}) + std::string(764, '\0'), Content::bytes)->name == "act");
}

TEST_CASE("ACO: what is wrong is told by its offset") {
    const std::string first = words({1, 1, 0, 0, 0, 0, 0});
    test::check_faults(
        aco_format,
        {
            BadFile{"", "0: it begins with no table"},
            BadFile{words({1, 0}), "4: there are no colors"},
            BadFile{words({3, 1}), "0: it begins with no table"},
            BadFile{words({1, 2, 0, 0, 0, 0, 0}), "2: 2 colors, and 10 bytes are left"},
            BadFile{words({1, 0xFFFF, 0, 0, 0, 0, 0}), "2: 65535 colors"},
            BadFile{words({1, 8193}) + std::string(81'930, '\0'), "2: more than 8192 colors"},
            BadFile{words({1, 1, 3, 0, 0, 0, 0}), "4: a color of kind 3"},
            BadFile{words({1, 1, 8, 10001, 0, 0, 0}), "4: a color of kind 8"},
            BadFile{first + words({2, 1, 0}), "16: 1 colors, and 2 bytes are left"},
            BadFile{first + words({2, 0}), "14: its two tables do not have the same count"},
            BadFile{words({2, 1, 0, 0, 0, 0, 0, 0x7FFF, 0xFFFF}), "4: a name of 2147483647"},
            BadFile{words({2, 2, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0}),
                    "30: it ends in the middle of a color"},
        });
}

TEST_CASE("ACO: names go there and back") {
    const Record written{.colors{{{1, 2, 3}, "Écume 🌊"}, {{255, 254, 0}}}};
    const std::string file = aco_format.write(written);
    CHECK(test::read_as(aco_format, file).colors == written.colors);
    test::check_total(aco_format, file);
}
