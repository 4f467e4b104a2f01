// Themes of terminals, and how one becomes another.
#include "color/hex.hpp"
#include "formats/format.hpp"
#include "formats/terminal_colors.hpp"
#include "formats/terminal_roles.hpp"
#include "one_palette.hpp"
#include "test_data.hpp"

using namespace palette;
using namespace palette::formats;
using test::named;
using test::record_in;
using test::Texts;

namespace {

// A color of its own for each of the first roles.
Record theme_of(std::size_t colors) {
    Record record;
    record.title = "Theme";
    for (std::size_t i = 0; i < colors; ++i) {
        record.colors.push_back(
            {{static_cast<std::uint8_t>(i + 1), 0, 0}, "", std::string(terminal_roles.at(i).role)});
    }
    return record;
}

std::string by_role(const Record& record) {
    std::string all;
    for (const TerminalRole& row : terminal_roles) {
        const auto found = std::ranges::find(record.colors, row.role, &RecordColor::role);
        if (found == record.colors.end()) continue;
        all += std::string(row.role) + " " + opaque_hex(found->color) + "\n";
    }
    return all;
}

Record through(const Format& format, const Record& record) {
    return record_in(file_of(format, record).value());
}

}  // namespace

TEST_CASE("a theme goes from terminal to terminal unchanged") {
    const Record theme = theme_of(22);
    Record now = theme;
    for (const Format* format :
         {&kitty_format, &iterm_format, &alacritty_format, &xresources_format, &kitty_format}) {
        INFO(format->name);
        now = through(*format, now);
        CHECK(now.colors.size() == theme.colors.size());
        CHECK(by_role(now) == by_role(theme));
    }
}

TEST_CASE("a real theme goes from kitty to iTerm2 to Alacritty unchanged") {
    const auto file = test::test_data("formats/kitty/Dracula.conf");
    if (!file) return;
    const Record kitty = record_in(*file);
    const Record alacritty = through(alacritty_format, through(iterm_format, kitty));
    CHECK(alacritty.colors.size() == kitty.colors.size());
    CHECK(by_role(alacritty) == by_role(kitty));
}

TEST_CASE("sixteen colors of base16 are the sixteen of a terminal") {
    const Record theme = theme_of(16);
    CHECK(by_role(through(base16_format, through(kitty_format, theme))) == by_role(theme));
}

TEST_CASE("colors without a role take what is free, in their order") {
    Record record{.colors = {{{1, 0, 0}},
                             {{2, 0, 0}, "", "ansi-1"},
                             {{3, 0, 0}, "", "accent"},
                             {{4, 0, 0}, "", "ansi-1"},
                             {{5, 0, 0}, "", "background"}}};
    CHECK(kitty_format.write(record) ==
          "color0 #010000\ncolor1 #020000\ncolor2 #030000\ncolor3 #040000\nbackground #050000\n");
    record.colors.resize(18, {{9, 0, 0}});
    CHECK_THAT(kitty_format.write(record),
               Catch::EndsWith("color15 #090000\nbackground #050000\nforeground #090000\n"));
}

TEST_CASE("more colors than a terminal has are refused") {
    for (const Format* format :
         {&kitty_format, &xresources_format, &alacritty_format, &iterm_format, &base16_format}) {
        INFO(format->name);
        Record record;
        record.colors.resize(format->most_colors);
        CHECK(through(*format, record).colors.size() == format->most_colors);
        record.colors.resize(format->most_colors + 1);
        const auto refused = file_of(*format, record);
        REQUIRE_FALSE(refused);
        CHECK_THAT(refused.error().message, Catch::Contains("holds at most"));
    }
}

TEST_CASE("colors of terminals are read as they write them") {
    struct Row {
        std::string_view text;
        std::string_view hex;  // empty: it is none
    };
    for (const Row& row : {
             Row{"#0B3954", "#0b3954"},
             Row{"0x0b3954", "#0b3954"},
             Row{"rgb:0b/39/54", "#0b3954"},
             Row{"rgb:0b0b/3939/5454", "#0b3954"},
             Row{"rgb:f/0/f", "#ff00ff"},
             Row{"rgb:fff/000/7ff", "#ff007f"},
             Row{"SteelBlue", "#4682b4"},
             Row{"steel blue", "#4682b4"},
             Row{"green", "#00ff00"},
             Row{"Gray", "#bebebe"},
             Row{"grey", "#bebebe"},
             Row{"maroon", "#b03060"},
             Row{"purple", "#a020f0"},
             Row{"gray0", "#000000"},
             Row{"gray30", "#4d4d4d"},
             Row{"grey50", "#7f7f7f"},
             Row{"gray90", "#e5e5e5"},
             Row{"gray100", "#ffffff"},
             Row{"rgba:0b0b/3939/5454/ffff", "#0b3954"},
             Row{"#0b839f54f", "#0b3954"},
             Row{"#0bff39ff54ff", "#0b3954"},
             Row{"#f0a", "#ff00aa"},
             Row{"gray101", ""},
             Row{"gray-1", ""},
             Row{"rgba:0b/39/54", ""},
             Row{"rgba:0b/39/54/00/00", ""},
             Row{"#0b839f54x", ""},
             Row{"#0b839f54f0b8", "#0b9ff0"},
             Row{"#0b839f54f0b839f", ""},
             Row{"0b3954", ""},
             Row{"rgb:0b/39", ""},
             Row{"rgb:0b/39/54/00", ""},
             Row{"rgb:0b/39/", ""},
             Row{"rgb:0b/39/5g", ""},
             Row{"rgb:00000/0/0", ""},
             Row{"rgb:", ""},
             Row{"rgb:-1/0/0", ""},
             Row{"0x0b39", ""},
             Row{"", ""},
             Row{"#", ""},
         }) {
        INFO(row.text);
        const auto color = terminal_color(row.text);
        CHECK((color ? opaque_hex(*color) : "") == row.hex);
    }
}

TEST_CASE("X11 takes a lone digit for the higher one, and rgba: has alpha") {
    const auto x11 = [](std::string_view text) {
        return color::to_hex(terminal_color(text, LoneDigit::higher).value());
    };
    CHECK(x11("#f0a") == "#f000a0");
    CHECK(x11("#0b3954") == "#0b3954");
    CHECK(x11("#0b839f54f") == "#0b3954");
    CHECK(x11("rgba:0000/0000/0000/dddd") == "#000000dd");
    CHECK(named(record_in("*color0: green\n*color1: #f00\n")) ==
          Texts{"color0 #00ff00 ansi-0", "color1 #f00000 ansi-1"});
    CHECK(named(record_in("color0 green\ncolor1 #f00\n")) ==
          Texts{"color0 #00ff00 ansi-0", "color1 #ff0000 ansi-1"});
}

TEST_CASE("a name of a color that is not known is passed over, and that is remarked") {
    for (const std::string_view file :
         {"*color0: #000000\n*color1: AntiqueWhite3\n", "color0 #000000\ncolor1 AntiqueWhite3\n"}) {
        const Record record = record_in(file);
        CHECK(named(record) == Texts{"color0 #000000 ansi-0"});
        CHECK(record.remarks == Texts{"1 color was passed over: its name is not known"});
    }
}

TEST_CASE("of a key of kitty that comes again the last counts, and words for no color are none") {
    CHECK(named(record_in("color0 #111111\ncursor #222222\nurl_color #333333\n"
                          "cursor_text_color background\nselection_background none\n"
                          "color0 #444444\ncursor none\nurl_color red\n")) ==
          Texts{"color0 #444444 ansi-0"});
    CHECK(named(record_in("cursor none\ncursor #222222\ncursor none\ncursor #333333\n")) ==
          Texts{"cursor #333333 cursor"});
}

TEST_CASE("a theme of kitty has its title, and other keys of kitty") {
    const Record record = record_in(R"(## name: Sea Glass
## author: Ann
## license: MIT
## upstream: https://example.org
# background #111111
font_size 12.0
background   #0B3954
cursor none
selection_foreground none
url_color #bfd7ea
color1   tomato
include #ffffff.conf
map ctrl+a red
)");
    CHECK(record.title == "Sea Glass");
    CHECK(record.author == "Ann");
    CHECK(record.license == "MIT");
    CHECK(record.url == "https://example.org");
    CHECK(named(record) ==
          Texts{"background #0b3954 background", "url_color #bfd7ea", "color1 #ff6347 ansi-1"});
}

TEST_CASE("resources of X11 are named by their last part, and may be defined before") {
    const Record record = record_in(R"(! *color9: #111111
#define base03 #002b36
#include "other"
URxvt*background: [90]base03
*.foreground: base03
XTerm.vt100.color0: rgb:0b/39/54
URxvt.cursorColor2:#fff
*colorBD: red
*color16: red
*font: fixed
*tabColor: #bfd7ea
)");
    CHECK(named(record) == Texts{"background #002b36 background", "foreground #002b36 foreground",
                                 "color0 #0b3954 ansi-0", "cursorColor2 #f0f0f0 cursor-text",
                                 "color16 #ff0000"});
}

TEST_CASE("a theme of Alacritty may stand among its other settings") {
    const Record record = record_in(R"([window]
padding = { x = 2 }
args = [
  "x"
]
[ colors.primary ]
background = "#0b3954"  # of the sea
foreground = '0xbfd7ea'
dim_foreground = "#123456"
[colors]
draw_bold_text_with_bright_colors = true
transparent_background_colors = false
[colors.cursor]
text = "CellBackground"
cursor = "rgb:ff/66/63"
[[colors.indexed_colors]]
index = 16
color = "#fff"
[font]
size = 12
)");
    CHECK(named(record) == Texts{"background #0b3954 background", "foreground #bfd7ea foreground",
                                 "dim_foreground #123456", "cursor #ff6663 cursor",
                                 "color #ffffff"});
}

TEST_CASE("a theme of Alacritty is one however its tables are written") {
    for (const std::string_view file : {
             "[colors]\nprimary = { background = \"#0b3954\", foreground = '#fff' }\n",
             "[colors]\n\"primary\" = {background=\"#0b3954\",\n  foreground = \"#fff\", }# x\n"
             "indexed_colors = []",
             "colors.primary.background = \"#0b3954\"\ncolors . 'primary'.foreground = \"#fff\"",
             "[colors.primary] # of the sea\r\nbackground = \"#0b3954\"\r\nforeground = '#fff'\r\n",
             "a = [\n 1, # ]\n ['x}']]\nd = 1979-05-27 07:32:00\ns = \"\\\"\"\n"
             "t = \"\"\"[\n\"\"\\\"\"\"\"\"\nu = '''\\'''\n"
             "colors = { primary = { background = '#0b3954', foreground = \"#fff\" } }",
         }) {
        INFO(file);
        CHECK(named(record_in(file)) ==
              Texts{"background #0b3954 background", "foreground #ffffff foreground"});
    }
    CHECK(named(record_in("[colors]\nindexed_colors = [\n { index = 16, color = \"#fff\" },\n]\n"
                          "normal.red = '#ff0000'\n")) ==
          Texts{"color #ffffff", "red #ff0000 ansi-1"});
}

TEST_CASE("a fault in a theme is told by its line") {
    struct Row {
        const Format& format;
        std::string file;
        std::string_view fault;
    };
    for (const Row& row : {
             Row{kitty_format, "color0 #fff\n\ncolor1 #ff\n", "3: expected a color"},
             Row{kitty_format, "color0\n", "1: expected a color"},
             Row{kitty_format, "font x\n", "1: there are no colors"},
             Row{kitty_format, "", "1: there are no colors"},
             Row{xresources_format, "*color0: #fff\n*color1: #ff\n", "2: expected a color"},
             Row{xresources_format, "*.color0:\n", "1: expected a color"},
             Row{xresources_format, "*background: [90\n", "1: expected a color"},
             Row{xresources_format, "! x\n", "1: there are no colors"},
             Row{alacritty_format, "[colors.normal]\nred = '#ff0000\n", "2: expected a quote"},
             Row{alacritty_format, "[colors.normal]\nred = #ff0000\n", "2: expected a value"},
             Row{alacritty_format, "[colors.normal]\nred = '#ff0000' x\n", "2: expected the end"},
             Row{alacritty_format, "[a]\nx = '''\n\n'''\nred =\n", "5: expected a value"},
             Row{alacritty_format, "[colors]\nnormal = { red = '#ff' }\n",
                 "2: expected a color in"},
             Row{alacritty_format, "[colors]\nnormal = { red = 1\n", "3: expected , or }"},
             Row{alacritty_format, "a = \"\\", "1: expected a quote"},
             Row{alacritty_format, "a = " + std::string(100'000, '['), "1: nested more than 64"},
             Row{alacritty_format, "[colors.normal]\nred\n", "2: expected a key"},
             Row{alacritty_format, "[colors.normal]\n= 'x'\n", "2: expected a key"},
             Row{alacritty_format, "[colors.normal]\nred = ''\n", "2: expected a color"},
             Row{alacritty_format, "[colors.normal\n", "1: expected ]"},
             Row{alacritty_format, "[", "1: expected the name of a table"},
             Row{alacritty_format, "x = 1", "1: there are no colors"},
         }) {
        INFO(row.file);
        const auto read = row.format.read(row.file);
        REQUIRE_FALSE(read);
        CHECK_THAT(std::to_string(read.error().where.number) + ": " + read.error().message,
                   Catch::StartsWith(std::string(row.fault)));
    }
}

TEST_CASE("what comments say neither ends them nor goes on below") {
    const Record record{.colors = {{{1, 2, 3}}}, .title = "a /* b\\\n*.color1: #fff\x01"};
    for (const Format* format : {&kitty_format, &xresources_format, &alacritty_format}) {
        const std::string file = format->write(record);
        INFO(file);
        CHECK(record_in(file).colors.size() == 1);
    }
    CHECK(xresources_format.write(record) == "! a / * b/ *.color1: #fff \n*.color0: #010203\n");
}
