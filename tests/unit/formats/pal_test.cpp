#include "catch.hpp"
#include "read_as.hpp"

using namespace palette;
using namespace palette::formats;
using test::BadFile;

TEST_CASE("JASC: a heading, a count, and three numbers a line") {
    CHECK(
        test::read_as(pal_format, "JASC-PAL\r\n0100\r\n2\r\n1 2 3\r\n  255\t0 0 \r\n\r\n").colors ==
        std::vector<RecordColor>{{{1, 2, 3}}, {{255, 0, 0}}});
}

TEST_CASE("JASC: what is wrong is told by its line") {
    const std::string heading = "JASC-PAL\n0100\n";
    test::check_faults(pal_format,
                       {
                           BadFile{"", "1: expected JASC-PAL"},
                           BadFile{"JASC-PAL\n", "1: expected the version"},
                           BadFile{"JASC-PAL\n0200\n1\n1 2 3\n", "2: expected the version"},
                           BadFile{heading + "-5\n0 0 0\n", "3: expected the count"},
                           BadFile{heading + "0\n", "3: there are no colors"},
                           BadFile{heading + "4294967295\n", "3: more than 8192 colors"},
                           BadFile{heading + "99999999999\n", "3: expected the count"},
                           BadFile{heading + "16\n0 0 0\n1 1 1\n", "5: it ends after 2 of 16"},
                           BadFile{heading + "1\n0 0 0\n1 1 1\n", "5: more than the 1 colors"},
                           BadFile{heading + "1\n0 0 256\n", "4: expected three numbers"},
                           BadFile{heading + "1\n0 0\n", "4: expected three numbers"},
                           BadFile{heading + "1\n0 0 0 0\n", "4: expected three numbers"},
                       });
}

TEST_CASE("JASC: colors go there and back") {
    const Record written{.colors{{{1, 2, 3}}, {{255, 0, 128}}}};
    const std::string file = pal_format.write(written);
    CHECK(test::read_as(pal_format, file).colors == written.colors);
    test::check_total(pal_format, file);
}
