#include "catch.hpp"
#include "formats/byte_writer.hpp"
#include "formats/utf16.hpp"
#include "read_as.hpp"

#include <limits>

using namespace palette;
using namespace palette::formats;
using test::BadFile;

namespace {

std::string heading(std::uint32_t blocks) {
    ByteWriter file(std::endian::big);
    file.bytes("ASEF");
    file.u16(1);
    file.u16(0);
    file.u32(blocks);
    return std::move(file).file();
}

std::string block(std::uint16_t kind, const std::string& body) {
    ByteWriter file(std::endian::big);
    file.u16(kind);
    file.u32(static_cast<std::uint32_t>(body.size()));
    file.bytes(body);
    return std::move(file).file();
}

std::string name(std::string_view text) {
    ByteWriter body(std::endian::big);
    const std::string units = to_utf16(text, 1000);
    body.u16(static_cast<std::uint16_t>(units.size() / 2 + 1));
    body.bytes(units);
    body.u16(0);
    return std::move(body).file();
}

std::string color_block(std::string_view called, std::string_view model, std::vector<float> parts,
                        std::uint16_t type = 2) {
    ByteWriter body(std::endian::big);
    body.bytes(name(called));
    body.bytes(model);
    for (const float part : parts)
        body.f32(part);
    body.u16(type);
    return block(1, std::move(body).file());
}

std::string file_of_blocks(const std::vector<std::string>& blocks) {
    std::string file = heading(static_cast<std::uint32_t>(blocks.size()));
    for (const std::string& one : blocks)
        file += one;
    return file;
}

}  // namespace

TEST_CASE("ASE: colors are in their groups, and spot colors are such") {
    const Record record = test::read_as(
        ase_format,
        file_of_blocks({color_block("a", "RGB ", {0, 0.5F, 1}, 0), block(0xC001, name("Sea")),
                        color_block("b", "Gray", {0.2F}, 1), block(0xC002, ""),
                        block(0x00AA, "any"), color_block("", "RGB ", {1, 1, 1})}));
    CHECK(record.title.empty());
    CHECK(record.colors == std::vector<RecordColor>{{{0, 128, 255}, "a"},
                                                    {{51, 51, 51}, "b", "", "Sea", true},
                                                    {{255, 255, 255}}});
    CHECK(record.remarks.empty());
}

TEST_CASE("ASE: the one group of all is the title") {
    const Record record = test::read_as(
        ase_format, file_of_blocks({block(0xC001, name("Sea Glass")),
                                    color_block("a", "RGB ", {0, 0, 0}), block(0xC002, "")}));
    CHECK(record.title == "Sea Glass");
    CHECK(record.colors.front().group.empty());
}

TEST_CASE("ASE: inks and Lab are converted, and it is said") {
    const Record record = test::read_as(
        ase_format,
        file_of_blocks({color_block("c", "CMYK", {0, 0, 0, 1}), color_block("l", "LAB ", {1, 0, 0}),
                        color_block("k", "CMYK", {0, 0, 0, 0})}));
    CHECK(record.colors[0].color == color::Color{0, 0, 0});
    CHECK(record.colors[1].color == color::Color{255, 255, 255});
    CHECK(record.remarks ==
          std::vector<std::string>{
              "2 CMYK colors and 1 Lab color were converted to sRGB without a profile"});
}

TEST_CASE("ASE: what is wrong is told by its offset") {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinite = std::numeric_limits<float>::infinity();
    const std::string white = color_block("a", "RGB ", {1, 1, 1});
    const std::string heading_of_color = white.substr(0, 6);
    test::check_faults(
        ase_format,
        {
            BadFile{"ASEF", "4: it ends in its heading"},
            BadFile{"ASEF" + std::string("\0\2\0\0\0\0\0\0", 8), "4: of version 2.0"},
            BadFile{heading(0), "12: there are no colors"},
            BadFile{heading(0xFFFF'FFFF), "12: it ends after 0 of 4294967295 blocks"},
            BadFile{heading(2) + white, "42: it ends after 1 of 2 blocks"},
            BadFile{heading(1) + "\1\1\1", "12: a block of 0 bytes"},
            BadFile{heading(1) + std::string("\0\1\x7F\xFF\xFF\xFF", 6),
                    "12: a block of 2147483647"},
            BadFile{heading(1) + block(1, name("abc")), "12: a block that is too short"},
            BadFile{heading(1) + block(1, "\xFF\xFF"), "12: a block that is too short"},
            BadFile{heading(1) + color_block("a", "HSB ", {0, 0, 0}), "24: a color in a model"},
            BadFile{heading(1) + color_block("a", "RGB ", {0, nan, 0}), "32: a component is nan"},
            BadFile{heading(1) + color_block("a", "RGB ", {infinite, 0, 0}),
                    "28: a component is inf"},
            BadFile{heading(1) + color_block("a", "RGB ", {0, 0, -0.5F}),
                    "36: a component is -0.5, and must be from 0 to 1"},
            BadFile{heading(1) + color_block("a", "CMYK", {0, 0, 0, 1.5F}),
                    "40: a component is 1.5"},
            BadFile{heading(1) + color_block("a", "LAB ", {0.5F, 300, 0}),
                    "32: a component is 300, and must be from -128 to 128"},
        });
}

TEST_CASE("ASE: no more colors than a palette may have") {
    std::string file = heading(8193);
    for (std::size_t i = 0; i <= api::Colors::most; ++i)
        file += color_block("", "Gray", {0.5F});
    CHECK_THAT(test::fault_as(ase_format, file), Catch::Contains("more than 8192 colors"));
}

TEST_CASE("ASE: groups, spot colors and names go there and back") {
    const Record written{.colors{{{1, 2, 3}, "Écume 🌊", "", "Sea", true},
                                 {{4, 5, 6}, "", "", "Sea"},
                                 {{7, 8, 9}, "c"},
                                 {{255, 0, 128}, "d", "", "Land"}}};
    const std::string file = ase_format.write(written);
    CHECK(test::read_as(ase_format, file).colors == written.colors);
    test::check_total(ase_format, file);
}
