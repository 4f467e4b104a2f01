#include "formats/format.hpp"
#include "one_palette.hpp"
#include "test_data.hpp"

using namespace palette;
using namespace palette::formats;

namespace {

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ",") + text;
    return all;
}

}  // namespace

TEST_CASE("real addresses of palettes spell their colors") {
    std::size_t seen = 0;
    for (const auto& row : test::test_rows("formats/url/palette-urls.tsv", '\t')) {
        INFO(row.front());
        ++seen;
        if (row.size() > 1) {
            CHECK(joined(test::hexes(test::record_in(row.front()))) == row[1]);
        } else {
            CHECK(test::refusal_of(row.front()) == "1: coolors: the address does not spell colors");
        }
    }
    CHECK((seen == 0 || seen == 14));
}

TEST_CASE("an address may have more to it than colors") {
    for (const std::string_view file :
         {"https://coolors.co/0b3954-bfd7ea\n", "  http://www.coolors.co/palette/0B3954-bfd7ea/ ",
          "coolors.co/palette/0b3954-bfd7ea?name=x#y",
          "https://coolors.co/visualizer/0b3954-bfd7ea",
          "https://colorhunt.co/palette/0b3954bfd7ea"}) {
        INFO(file);
        CHECK(joined(test::hexes(test::record_in(file))) == "#0b3954,#bfd7ea");
    }
}

TEST_CASE("an address that spells no palette is refused") {
    for (const std::string_view file :
         {"https://coolors.co/", "https://coolors.co/0b3954-bfd7e",
          "https://coolors.co/0b3954bfd7ea", "https://coolors.co/0b3954-bfd7ea-",
          "https://coolors.co/0b3954--bfd7ea", "https://coolors.co/palettes/trending",
          "https://colorhunt.co/palette/0b3954-bfd7ea", "https://colorhunt.co/palette/0b3954bfd7e",
          "https://colorhunt.co/palette/",
          "https://coolors.co/0b3954-bfd7ea\nhttps://coolors.co/0b3954-bfd7ea\n"}) {
        INFO(file);
        const auto read = coolors_format.read(file);
        REQUIRE_FALSE(read);
        CHECK(read.error().where == at_line(1));
    }
}

TEST_CASE("an address has as many colors as the site shows, and no more than a palette") {
    Record record;
    record.colors.resize(11);
    CHECK_FALSE(file_of(coolors_format, record));
    std::string endless = "https://coolors.co/000000";
    for (std::size_t i = 0; i < api::Colors::most; ++i)
        endless += "-000000";
    CHECK_FALSE(coolors_format.read(endless));
}
