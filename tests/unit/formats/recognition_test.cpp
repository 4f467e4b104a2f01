// Files are recognized as what they are, whatever is said in them.
#include "catch.hpp"
#include "formats/fit.hpp"
#include "formats/format.hpp"
#include "one_palette.hpp"

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

TEST_CASE("a name of 200,000 bytes is cut, wherever it stands") {
    const std::string name(200'000, 'x');
    for (const std::string& file :
         {":root { --" + name + ": #fff }", "$" + name + ": #fff;", "@" + name + ": #fff;",
          name + " = #fff", "color0 #fff\n" + name + " #fff\n", "*.color0: #fff\n! " + name,
          "[colors.normal]\n" + name + " = '#fff'", "base00: fff # " + name,
          "name: " + name + "\nbase00: fff",
          "<plist><dict><key>" + name +
              "</key><dict><key>Red Component</key><real>1</real></dict></dict></plist>",
          "module.exports = { colors: { " + name + ": '#fff' } }",
          R"({"$type":"color",")" + name + R"(":{"$value":"#fff"}})",
          R"({")" + name + R"(":"#fff"})"}) {
        INFO(file.substr(0, 20));
        const Fitted fitted = fit(test::record_in(file), "x");
        for (const api::Swatch& color : fitted.palette.colors)
            CHECK((!color.name || characters(color.name->text()) <= 80));
    }
}
