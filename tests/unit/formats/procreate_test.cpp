#include "catch.hpp"
#include "formats/zip_archive.hpp"
#include "read_as.hpp"

using namespace palette;
using namespace palette::formats;
using test::BadFile;

namespace {

std::string swatches(const std::string& json) {
    return archive_of_file("Swatches.json", json);
}

}  // namespace

TEST_CASE("Procreate: free places are passed over, and the name is the title") {
    const Record record =
        test::read_as(procreate_format, swatches(R"({"name":"Sea","swatches":[null,
                     {"hue":0.5,"saturation":1,"brightness":1,"alpha":0.5,"colorSpace":0},
                     null,{"hue":0,"saturation":0,"brightness":0.2}]})"));
    CHECK(record.title == "Sea");
    CHECK(record.colors == std::vector<RecordColor>{{{0, 255, 255, 128}}, {{51, 51, 51}}});
}

TEST_CASE("Procreate: several palettes in one file are groups") {
    const std::string one = R"("swatches":[{"hue":0,"saturation":1,"brightness":1}])";
    const Record record = test::read_as(
        procreate_format, swatches(R"([{"name":"a",)" + one + R"(},{"name":"b",)" + one + "}]"));
    CHECK(record.title.empty());
    CHECK(record.colors[0].group == "a");
    CHECK(record.colors[1].group == "b");
    CHECK(test::read_as(procreate_format, swatches(R"([{"name":"a",)" + one + "}]")).title == "a");
}

TEST_CASE("Procreate: what is wrong is told by its offset") {
    const std::string good =
        swatches(R"({"name":"a","swatches":[{"hue":0,"saturation":1,"brightness":1}]})");
    std::string broken = good;
    broken[50] ^= 1;
    std::string endless = good;  // says that it inflates to gigabytes, in the directory at its end
    const auto directory = endless.find("PK\x01\x02");
    endless.replace(directory + 24, 4, "\xFF\xFF\xFF\x7F");
    test::check_faults(
        procreate_format,
        {
            BadFile{"PK\x03\x04", "0: it is not a whole zip archive"},
            BadFile{good.substr(0, good.size() - 1), "0: it is not a whole zip archive"},
            BadFile{archive_of_file("other.json", "{}"), "0: there is no Swatches.json"},
            BadFile{broken, "30: Swatches.json cannot be taken out of the archive"},
            BadFile{endless, "30: Swatches.json has 2147483647 bytes of"},
            BadFile{good + "PK\x06\x06", std::to_string(good.size()) + ": an archive for files"},
            BadFile{std::string(most_archive_bytes + 1, '\0'), "1048576: an archive of more than"},
            BadFile{swatches("{"), "30: Swatches.json: it is not JSON"},
            BadFile{swatches("{}"), "30: there are no colors"},
            BadFile{swatches(R"({"swatches":[3]})"), "30: Swatches.json: swatches[0]: hue"},
            BadFile{swatches(R"({"swatches":[{"hue":2,"saturation":1,"brightness":1}]})"),
                    "30: Swatches.json: swatches[0]: hue"},
        });
}

TEST_CASE("Procreate: what inflates beyond measure is not inflated") {
    CHECK_FALSE(procreate_format.read(swatches(std::string(most_inflated_bytes + 1, ' '))));
}

TEST_CASE("Procreate: colors with alpha and the title go there and back, at most 30") {
    Record written{.colors{}, .title = "Écume \"1\""};
    for (unsigned i = 0; i < 30; ++i) {
        const auto part = static_cast<std::uint8_t>(i * 8);
        written.colors.push_back({{part, static_cast<std::uint8_t>(255 - part), 77, part}});
    }
    const std::string file = procreate_format.write(written);
    CHECK(file == procreate_format.write(written));
    const Record read = test::read_as(procreate_format, file);
    CHECK(read.colors == written.colors);
    CHECK(read.title == written.title);
    test::check_total(procreate_format, file.substr(0, 100) + file.substr(file.size() - 200));
    written.colors.push_back({});
    CHECK_FALSE(file_of(procreate_format, written));
}
