// Files are recognized as what they are, whatever is said in them.
#include "catch.hpp"
#include "formats/format.hpp"

using namespace palette;
using namespace palette::formats;

TEST_CASE("what is written is recognized as what it is, whatever its texts say") {
    for (const std::string text : {"GIMP Palette",
                                   "a, #fff",
                                   "hex,name",
                                   "x\n#fff\n",
                                   "module.exports = { colors: 1 }",
                                   "x\nmodule.exports = { colors: 1 }",
                                   "export default colors",
                                   "; $a: #fff;",
                                   "; @a: #fff;",
                                   "{ --a: #fff; }",
                                   "*/ :root { --a: #fff }",
                                   "\ncolor0 #fff",
                                   "\n*.color0: #fff",
                                   "\n[colors.normal]\n",
                                   "\nbase00: fff",
                                   "\"$value\": 1",
                                   "<plist",
                                   "https://coolors.co/0b3954",
                                   "a = #fff",
                                   "\na = #fff",
                                   "JASC-PAL",
                                   "--x: #fff;",
                                   "\" \\",
                                   "'",
                                   "`",
                                   "/*",
                                   "//",
                                   "#"}) {
        INFO(text);
        const Record record{.colors = {{{1, 2, 3}, text}, {{4, 5, 6}, text}},
                            .title = text,
                            .description = text,
                            .author = text,
                            .source = text,
                            .url = text,
                            .license = text};
        for (const Format& format : all_formats()) {
            if (format.recognizes == nullptr || format.write == nullptr) continue;
            const std::string file = file_of(format, record).value();
            INFO(file);
            const Format* found = format_of(file, format.content);
            CHECK((found == nullptr ? "none" : found->name) == format.name);
            const auto again = format.read(file);
            REQUIRE(again);
            CHECK(again->colors.size() == 2);
        }
    }
}
