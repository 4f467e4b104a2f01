#include "catch.hpp"
#include "read_as.hpp"

using namespace palette;
using namespace palette::formats;
using test::BadFile;

TEST_CASE("Paint.NET: alpha stands first, and comments may say what it is") {
    const Record record = test::read_as(txt_format,
                                        "; Paint.NET Palette File\r\n;Palette Name: Sea\r\n"
                                        ";Description: of glass\r\nFF0b3954\r\n\r\n80BFD7EA\r\n");
    CHECK(record.title == "Sea");
    CHECK(record.description == "of glass");
    CHECK(record.colors ==
          std::vector<RecordColor>{{{0x0b, 0x39, 0x54}}, {{0xbf, 0xd7, 0xea, 0x80}}});
}

TEST_CASE("Paint.NET: it is one by a comment that it begins with") {
    CHECK(txt_format.recognizes(";paint.net Palette File"));
    CHECK(txt_format.recognizes("; Paint.NET Palette File\r\nFFFFFFFF\r\n"));
    CHECK(txt_format.recognizes("; mine\n\n; paint.net palette file\nFFFFFFFF\n"));
    CHECK_FALSE(txt_format.recognizes("FFFFFFFF\n; paint.net palette file\n"));
    CHECK_FALSE(txt_format.recognizes("; a note\nFFFFFFFF\n"));
    CHECK_FALSE(txt_format.recognizes("FFFFFFFF\n"));
}

TEST_CASE("Paint.NET: what is wrong is told by its line") {
    const std::string heading = "; paint.net Palette File\n";
    test::check_faults(txt_format,
                       {
                           BadFile{heading, "1: there are no colors"},
                           BadFile{heading + "FFFFFF\n", "2: expected eight digits"},
                           BadFile{heading + "FFFFFFFF\n#FFFFFFF\n", "3: expected eight"},
                           BadFile{heading + "FFFFFFFG\n", "2: expected eight digits"},
                       });
    std::string many = heading;
    for (std::size_t i = 0; i <= api::Colors::most; ++i)
        many += "FFFFFFFF\n";
    CHECK_THAT(test::fault_as(txt_format, many), Catch::StartsWith("8194: more than 8192 colors"));
}

TEST_CASE("Paint.NET: colors and their alpha go there and back, at most 96 of them") {
    Record written{.colors{{{1, 2, 3, 4}}, {{255, 0, 128}}}, .title = "Sea\nGlass"};
    const std::string file = txt_format.write(written);
    const Record read = test::read_as(txt_format, file);
    CHECK(read.colors == written.colors);
    CHECK(read.title == "Sea Glass");
    written.colors.resize(97);
    CHECK_FALSE(file_of(txt_format, written));
}
