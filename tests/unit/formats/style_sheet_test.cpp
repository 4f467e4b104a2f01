// Variables of CSS, SCSS, Less and Stylus.
#include "formats/format.hpp"
#include "one_palette.hpp"

using namespace palette;
using namespace palette::formats;
using test::named;
using test::record_in;
using test::Texts;

TEST_CASE("a custom property in any notation of CSS is a color, and what was mapped is said") {
    const Record record = record_in(R"(:root {
  --a: oklch(62.8% 0.25 29.23);
  --b: color(display-p3 0 1 0);
  --c: rgb(11 57 84 / 50%);
  --d: hsl(203deg, 77%, 19%) !important;
  --e: RebeccaPurple;
  --f: light-dark(#fff, #000);
  --g: var(--a);
  --h: lab(none 0 0);
  --i-0\.5\:\;: #fff
})");
    CHECK(named(record) == Texts{"--a #fc170f", "--b #00fb29", "--c #0b395480", "--d #0b3956",
                                 "--e #663399", "--h #000000", "--i-0\\.5\\:\\; #ffffff"});
    CHECK(record.remarks == Texts{"1 color outside sRGB was mapped into it"});
    CHECK(record_in(":root { --a: oklch(50% 0 0) }").remarks.empty());
}

TEST_CASE("comments within a value are none of it") {
    CHECK(named(record_in(":root { --a: #fff /* it's; white */; --b:/**/#000; --c: /* #111 }*/\n"
                          "rgb(1 /* 2 */ 2 3); }")) ==
          Texts{"--a #ffffff", "--b #000000", "--c #010203"});
    CHECK(named(record_in("$a: #fff // it's white;\n  !default;\n$b: #000;")) ==
          Texts{"$a #ffffff", "$b #000000"});
    CHECK(named(record_in("a = #fff /* white\nno = #111\n*/\nb = #000 /* black */\nc = #222 // /*\n"
                          "d = #333")) ==
          Texts{"a #ffffff", "b #000000", "c #222222", "d #333333"});
}

TEST_CASE("a property that comes again for better screens is the color it was") {
    const Record record = record_in(R"(:root { --a: #f00; --b: color(display-p3 1 0 0) }
@media (color-gamut: p3) { :root { --a: color(display-p3 1 0 0); --c: #00f; } }
.dark { --a: #0f0 })");
    CHECK(named(record) == Texts{"--a #ff0000", "--b #ff0b0c", "--c #0000ff", "--a #00ff00"});
}

TEST_CASE("variables of SCSS are read, of lists their first, and of maps none") {
    const Record record = record_in(R"(// $no: #111111;
@use "sass:map";
$deep-sea : #0b3954 !default;
$list: #fff, rgb(1, 2, 3), red;
$map: ("a": #222222, "b": #333333);
$shadow: #000 0 1px;
$url: url(http://example.org/$x); .a { $in-a-block: TOMATO; color: $deep-sea; }
)");
    CHECK(named(record) == Texts{"$deep-sea #0b3954", "$list #ffffff", "$in-a-block #ff6347"});
    CHECK(record.remarks ==
          Texts{"of 1 list of colors the first was taken", "1 map was passed over"});
}

TEST_CASE("variables of Less are read, and its rules are none") {
    const Record record = record_in(R"(// @no: #111111;
@import (reference) "x";
@page :first { margin: 1in }
@media print { @a: #0b3954; }
@b: @a; @c:#fff,#000; @d: darken(@a, 10%);
)");
    CHECK(named(record) == Texts{"@a #0b3954", "@c #ffffff"});
}

TEST_CASE("variables of Stylus are read, a line each") {
    const Record record = record_in(R"(// no = #111111
/* nor
no = #222222 */
deep-sea = #0b3954 // of the sea
$foam = rgba(191, 215, 234, .5);
map = {
  'a': #333333
}
other = deep-sea
)");
    CHECK(named(record) == Texts{"deep-sea #0b3954", "$foam #bfd7ea80"});
    CHECK(record.remarks == Texts{"1 map was passed over"});
}

TEST_CASE("sheets are told apart by their content") {
    struct Row {
        std::string_view file;
        std::string_view format;  // empty: none
    };
    for (const Row& row : {
             Row{"$a: #fff; :root { --a: #{$a} }", "scss"},
             Row{"@a: #fff; .b { --a: @a }", "less"},
             Row{"@page :first { } :root { --a: #fff }", "css"},
             Row{"@theme { --color-a: #fff }", "css"},
             Row{"[data-theme] { --a: #fff }", "css"},
             Row{"a = #fff", "stylus"},
             Row{"a = 1\n", ""},
             Row{"@import 'x';\n", ""},
             Row{"--a: #fff", ""},
             Row{"[\"--a: #fff\"]", ""},
             Row{"# a\nforeground=#f8f8f2\n", ""},
         }) {
        INFO(row.file);
        const Format* format = format_of(row.file, Content::text);
        CHECK((format == nullptr ? std::string_view() : format->name) == row.format);
    }
}

TEST_CASE("a sheet without colors is refused, whatever is open at its end") {
    for (const std::string_view file :
         {":root { --a: 1px }", ":root { --a: \"", ":root { --a: #fffff", "{ --a: /*",
          ":root { --a", ":root { --a: 'x\\", ":root { --a: rgb(1,2,3"}) {
        INFO(file);
        CHECK(css_format.read(file).error().message == "no variable in it is a color");
        CHECK(less_format.read(file).error().message == "no variable in it is a color");
        CHECK(stylus_format.read(file).error().message == "no variable in it is a color");
    }
}

TEST_CASE("credit in a comment does not end it") {
    const Record record{.colors = {{{1, 2, 3}}}, .title = "a */ b\n$c: #fff;", .author = "*/*/"};
    CHECK(css_format.write(record) ==
          "/* a * / b $c: #fff;; * /* / */\n:root {\n  --a-b-c-fff-1: #010203;\n}\n");
    CHECK(scss_format.write(record) == "// a */ b $c: #fff;; */*/\n$a-b-c-fff-1: #010203;\n");
    CHECK(less_format.write(record) == "// a */ b $c: #fff;; */*/\n@a-b-c-fff-1: #010203;\n");
}

TEST_CASE("more colors for better screens than anybody has are passed over in no time") {
    std::string file = ":root {";
    for (std::size_t i = 0; i < api::Colors::most; ++i)
        file += "--a" + std::to_string(i) + ":#fff;";
    for (std::size_t i = 0; i < 200'000; ++i)
        file += "--a8000:color(srgb 1 1 1);";
    CHECK(record_in(file + "}").colors.size() == api::Colors::most);
}
