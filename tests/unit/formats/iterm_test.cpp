#include "formats/format.hpp"
#include "one_palette.hpp"

using namespace palette;
using namespace palette::formats;
using test::named;
using test::record_in;
using test::Texts;

namespace {

std::string plist(const std::string& inside) {
    return "<?xml version=\"1.0\"?>\n<plist version=\"1.0\"><dict>" + inside + "</dict></plist>";
}

std::string entry(const std::string& key, const std::string& inside) {
    return "<key>" + key + "</key><dict>" + inside + "</dict>";
}

std::string red(const std::string& number) {
    return "<key>Red Component</key><real>" + number + "</real>";
}

}  // namespace

TEST_CASE("components of iTerm2 are colors, in the space that they are in") {
    const Record record = record_in(plist(
        entry("Ansi 1 Color", red(" 1 ") + "<key>Alpha Component</key><real>0.5</real>") +
        entry("Link Color (Dark)", red("1") + "<key>Color Space</key><string>P3</string>") +
        entry("Background &amp; Color", red("1.0000001")) +
        entry("Cursor Boost", "<key>x</key><real>1</real>") + "<key>Name</key><string>x</string>"));
    CHECK(named(record) == Texts{"Ansi 1 Color #ff000080 ansi-1", "Link Color (Dark) #ff0b0c",
                                 "Background & Color #ff0000"});
    CHECK(record.remarks == Texts{"1 color outside sRGB was mapped into it"});
}

TEST_CASE("a document type is not read, and no entity is known") {
    const std::string theme = entry("Ansi 0 Color", red("1"));
    CHECK(record_in("<!DOCTYPE plist PUBLIC \"x\" \"http://127.0.0.1/x.dtd\">" +
                    plist(theme).substr(21))
              .colors.size() == 1);
    const auto read = iterm_format.read("<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" +
                                        plist(theme).substr(21));
    REQUIRE_FALSE(read);
    CHECK(read.error().where == at_line(1));
    CHECK(record_in(plist(entry("&a;", red("1")))).colors.front().name == "&a;");
}

TEST_CASE("a fault in a theme of iTerm2 is told by its line") {
    struct Row {
        std::string file;
        std::string fault;
    };
    for (const Row& row : {
             Row{"<plist>\n<dict></dict>", "2: it is not well-formed XML: "},
             Row{"<plist/>", "1: expected a dictionary"},
             Row{"", "1: it is not well-formed XML: "},
             Row{plist(""), "2: there are no colors"},
             Row{plist("\n" + entry("a", red("x"))), "3: expected components"},
             Row{plist("\n" + entry("a", red("nan"))), "3: expected components"},
             Row{plist("\n" + entry("a", red(""))), "3: expected components"},
             Row{plist("<key>a</key>"), "2: there are no colors"},
         }) {
        INFO(row.file.substr(0, 200));
        const auto read = iterm_format.read(row.file);
        REQUIRE_FALSE(read);
        CHECK(read.error().where.unit == Where::Unit::line);
        CHECK_THAT(std::to_string(read.error().where.number) + ": " + read.error().message,
                   Catch::StartsWith(row.fault));
    }
}

TEST_CASE("elements in elements without end are no theme") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<dict>";
    CHECK_FALSE(iterm_format.read("<plist>" + deep));
}
