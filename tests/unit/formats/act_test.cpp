#include "catch.hpp"
#include "read_as.hpp"

using namespace palette;
using namespace palette::formats;
using test::BadFile;

TEST_CASE("ACT: 256 colors, or as many as it says") {
    const std::string table = "\x01\x02\x03" + std::string(765, '\0');
    CHECK(test::read_as(act_format, table).colors.size() == 256);
    const Record record = test::read_as(act_format, table + std::string("\0\2\0\1", 4));
    CHECK(record.colors == std::vector<RecordColor>{{{1, 2, 3}}, {{0, 0, 0}}});
    CHECK(record.remarks ==
          std::vector<std::string>{"color 2, which is the transparent one, was taken as opaque"});
    CHECK(test::read_as(act_format, table + std::string("\0\2\xFF\xFF", 4)).remarks.empty());
}

TEST_CASE("ACT: a text of the same length is none") {
    CHECK(act_format.recognizes(std::string(768, '\0')));
    CHECK_FALSE(act_format.recognizes(std::string(767, '\0')));
    CHECK_FALSE(act_format.recognizes(std::string(768, 'a')));
    CHECK_FALSE(act_format.recognizes("#ffffff\n" + std::string(764, '\n')));
    for (const std::string& heading :
         {std::string("GIMP Palette\nName: \x01\n1 2 3\n"), std::string("--a: #fff; {\x02")}) {
        INFO(heading);
        CHECK_FALSE(act_format.recognizes(heading + std::string(768 - heading.size(), ' ')));
        CHECK(act_format.recognizes(heading + std::string(768 - heading.size(), '\0')));
    }
}

TEST_CASE("ACT: a table that happens to be UTF-8 is one") {
    CHECK(act_format.recognizes(std::string(768, '\x01')));
    CHECK(act_format.recognizes(std::string(767, 'a') + '\x1F'));
}

TEST_CASE("ACT: what is wrong is told by its offset") {
    const std::string table(768, '\0');
    test::check_faults(
        act_format, {
                        BadFile{table.substr(1), "767: it has 767 bytes"},
                        BadFile{table + "abcde", "772: it has 773 bytes"},
                        BadFile{table + std::string("\1\1\0\0", 4), "768: it says that it has 257"},
                        BadFile{table + std::string("\0\0\0\0", 4), "768: there are no colors"},
                    });
}

TEST_CASE("ACT: colors go there and back, and the first that is transparent is marked") {
    const Record written{.colors{{{1, 2, 3}}, {{4, 5, 6, 0}}, {{7, 8, 9, 0}}}};
    const std::string file = act_format.write(written);
    CHECK(file.size() == 772);
    CHECK(file.ends_with(std::string("\0\3\0\1", 4)));
    CHECK(test::read_as(act_format, file).colors ==
          std::vector<RecordColor>{{{1, 2, 3}}, {{4, 5, 6}}, {{7, 8, 9}}});
}

TEST_CASE("ACT: more than 256 colors are not written") {
    Record record;
    record.colors.resize(257);
    const auto file = file_of(act_format, record);
    REQUIRE_FALSE(file);
    CHECK_THAT(file.error().message, Catch::Contains("at most 256 colors"));
    record.colors.pop_back();
    CHECK(test::read_as(act_format, file_of(act_format, record).value()).colors.size() == 256);
}
