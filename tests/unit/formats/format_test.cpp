// Files of one palette: read by content, refused by line, written byte for byte as documented.
#include "formats/format.hpp"

#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "catch.hpp"
#include "formats/fit.hpp"
#include "one_palette.hpp"
#include "pinned.hpp"

#include <random>

using namespace palette;
using namespace palette::formats;
using test::hexes;
using test::record_in;
using test::refusal_of;

namespace {

api::Palette palette_of(api::Colors colors) {
    return {.id = 42,
            .ref{"alice/sea-glass"},
            .owner{"alice"},
            .slug{"sea-glass"},
            .title{"Sea Glass"},
            .description{""},
            .tags{api::Tag{"calm"}},
            .visibility = api::Visibility::public_,
            .revision = 1,
            .colors = std::move(colors),
            .created_at = Timestamp{1'769'850'300'120},
            .updated_at = Timestamp{1'769'850'300'120}};
}

api::Palette sea_glass() {
    api::Palette palette = palette_of(api::Colors{
        api::Swatch{.hex = color::Color{0x0b, 0x39, 0x54},
                    .name = api::Title{"Deep, \"blue\" sea"},
                    .role = api::Tag{"background"}},
        api::Swatch{.hex = color::Color{0xbf, 0xd7, 0xea, 0x80}, .name = api::Title{"Écume"}},
        api::Swatch{.hex = color::Color{0xff, 0x66, 0x63}}});
    palette.credit =
        api::Credit{.author = api::CreditText{"Ann */ Onymous"}, .license = api::CreditText{"CC0"}};
    return palette;
}

}  // namespace

TEST_CASE("each format is written as its document in tests/data") {
    for (const Format& format : all_formats()) {
        INFO(format.name);
        if (format.write == nullptr) continue;
        test::check_pinned("formats/sea-glass." + std::string(format.name),
                           file_of(format, sea_glass()).value());
    }
}

TEST_CASE("the formats that help names are those that are written") {
    std::string names;
    for (const Format& format : all_formats()) {
        if (format.write == nullptr) continue;
        names += (names.empty() ? "" : ", ") + std::string(format.name);
    }
    CHECK(names == written_formats);
}

TEST_CASE("what is written is recognized as what it is") {
    for (const Format& format : all_formats()) {
        if (format.write == nullptr) continue;
        const Format* recognized = format_of(file_of(format, sea_glass()).value(), format.content);
        CHECK(recognized == (format.recognizes == nullptr ? nullptr : &format));
    }
}

TEST_CASE("a GIMP palette has a title, names and notes") {
    const Record record = record_in(
        "GIMP Palette\r\nName: Sea\r\nColumns: 4\r\n#\r\n# License: CC0\r\n\r\n 11  57  84\tDeep "
        "sea\r\n255 255 255\r\n");
    CHECK(record.title == "Sea");
    CHECK(record.license == "CC0");
    CHECK(record.colors == std::vector<RecordColor>{{{11, 57, 84}, "Deep sea"}, {{255, 255, 255}}});
    CHECK(record_in("\xEF\xBB\xBFGIMP Palette\nChannels: RGBA\n1 2 3 4 x\n").colors.front() ==
          RecordColor{{1, 2, 3, 4}, "x"});
}

TEST_CASE("hexadecimal lines may have a #, any case, and blank lines between") {
    CHECK(hexes(record_in("0b3954\n\n#BFD7EA\r\n; a note\nfff\n0b395480\n")) ==
          std::vector<std::string>{"#0b3954", "#bfd7ea", "#ffffff", "#0b395480"});
}

TEST_CASE("a color a line is one in any notation that people paste") {
    const Record record = record_in(
        "; of mine\ntomato\nrgb(1 2 3)\n\n \"#0b3954\",\n255, 0, 128\nhsl(0, 100%, 50%);\n"
        "color(display-p3 0 1 0)\nfff\n");
    CHECK(hexes(record) == std::vector<std::string>{"#ff6347", "#010203", "#0b3954", "#ff0080",
                                                    "#ff0000", "#00fb29", "#ffffff"});
    CHECK(record.remarks == std::vector<std::string>{"1 color outside sRGB was mapped into it"});
    CHECK_THAT(refusal_of("tomato\nrgb(1 2 3)\ntomatoo\n"), Catch::StartsWith("3: hex: expected"));
    CHECK_THAT(refusal_of("red\n" + std::string(257, ' ') + "x" + std::string(1'000'000, 'f')),
               Catch::StartsWith("2: hex: expected"));
    const auto found = test::found_in("red", "txt");
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].record);
    CHECK(hexes(*found[0].record) == std::vector<std::string>{"#ff0000"});
}

TEST_CASE("a first line that is a color, and may be one of another format, is that") {
    struct Row {
        std::string_view file;
        std::string_view format;  // empty: none of text
    };
    for (const Row& row : {
             Row{"rgb(100, 200, 100)", "hex"},
             Row{"rgb(100 200 100)", "hex"},
             Row{"LightBlue\n", "hex"},
             Row{"255,100,0", "csv"},
             Row{"fff,", "csv"},
             Row{"fff,Sea (deep)", "csv"},
             Row{"[255]", ""},
             Row{"[\"#fff\"]", ""},
             Row{"a = tomato", "stylus"},
             Row{"color0 tomato", "kitty"},
         }) {
        INFO(row.file);
        const Format* format = format_of(row.file, Content::text);
        CHECK((format == nullptr ? std::string_view() : format->name) == row.format);
    }
}

TEST_CASE("three columns of numbers are red, green and blue, and no hexadecimal digits") {
    CHECK(record_in("255, 0, 0\n0, 128, 0, Leaf\n").colors ==
          std::vector<RecordColor>{{{255, 0, 0}}, {{0, 128, 0}, "Leaf"}});
    CHECK(record_in("Name,R,G,B\nSky,83,216,251\n").colors ==
          std::vector<RecordColor>{{{83, 216, 251}, "Sky"}});
    CHECK(record_in("red,green,blue,role\n1,2,3,text\n").colors ==
          std::vector<RecordColor>{{{1, 2, 3}, "", "text"}});
    CHECK_THAT(refusal_of("255,0,0\n256,0,0\n"), Catch::StartsWith("2: csv: expected red, green"));
    CHECK_THAT(refusal_of("r,g,b\n1,2\n"), Catch::StartsWith("2: csv: expected red, green"));
    // Where a column is named hex, that is meant.
    CHECK(record_in("hex,r,g,b\n#0b3954,1,2,3\n").colors ==
          std::vector<RecordColor>{{{0x0b, 0x39, 0x54}}});
}

TEST_CASE("columns are found by their names, or by what is in them") {
    CHECK(record_in("name,hex\n\"Sea, deep\",#0b3954\n").colors ==
          std::vector<RecordColor>{{{0x0b, 0x39, 0x54}, "Sea, deep"}});
    CHECK(record_in("363732, Black olive\n53d8fb, Vivid sky blue").colors ==
          std::vector<RecordColor>{{{0x36, 0x37, 0x32}, "Black olive"},
                                   {{0x53, 0xd8, 0xfb}, "Vivid sky blue"}});
    CHECK(record_in("Colour,Role\nrebeccapurple,accent\n").colors ==
          std::vector<RecordColor>{{{0x66, 0x33, 0x99}, "", "accent"}});
    CHECK(record_in("hex,name\n#fff,\"two\nlines \"\"quoted\"\"\"\n").colors.front().name ==
          "two\nlines \"quoted\"");
}

TEST_CASE("custom properties are read wherever they stand, and nothing else is") {
    const Record record = record_in(R"(/* --no: #111111; */
@media (prefers-color-scheme: dark) { [data-theme] { --a: #0b3954; color: #222222 } }
.b { content: "--c: #333333;"; --d:rebeccapurple; --e: calc(1px + 2px); --f: 1, 2, 3; --g: 100 }
.g--h:hover { x: y })");
    CHECK(record.colors ==
          std::vector<RecordColor>{{{0x0b, 0x39, 0x54}, "--a"}, {{0x66, 0x33, 0x99}, "--d"}});
    CHECK(hexes(record_in("[data-theme] { --a: #fff }")) == std::vector<std::string>{"#ffffff"});
}

TEST_CASE("a fault is told of by its line, and the file gives no half a palette") {
    CHECK_THAT(refusal_of("GIMP Palette\nName: x\n#\n1 2 3 a\n300 -1 256 over\n"),
               Catch::StartsWith("5: gpl: expected three numbers"));
    CHECK_THAT(refusal_of("GIMP Palette\nName: x\n"), Catch::Contains("no colors"));
    CHECK_THAT(refusal_of("ff0000\n#00ff00\n\nxyz123\n"), Catch::StartsWith("4: hex: "));
    CHECK_THAT(refusal_of("hex,name\n#fff,a\n\"#000\",b\nred-ish,c\n"),
               Catch::StartsWith("4: csv: "));
    // A carriage return alone ends no line.
    CHECK_THAT(refusal_of("hex,name\n#fff,a\r\r\n#000,b\r\n\r\nzz,c\r\n"),
               Catch::StartsWith("5: csv: "));
    CHECK_THAT(refusal_of("hex,name\n#fff,\"a\n\n"), Catch::Contains("does not end"));
    CHECK_THAT(refusal_of("GIMP Palette\nName: Caf\xE9\n#\n1 2 3\n"),
               Catch::StartsWith("2: the line is not UTF-8"));
    CHECK_THAT(refusal_of(":root { --a: 1px }"), Catch::Contains("no variable in it is a color"));
    CHECK_THAT(refusal_of("just text\nand more\n"),
               Catch::Contains("no format that is known: json, jsonl, "));
}

TEST_CASE("more colors than a palette may have are refused, in every format") {
    const auto many = [](const std::string& head, const std::string& line) {
        std::string file = head;
        for (std::size_t i = 0; i <= api::Colors::most; ++i)
            file += line;
        return refusal_of(file);
    };
    CHECK_THAT(many("GIMP Palette\n", "1 2 3\n"), Catch::Contains("more than 8192 colors"));
    CHECK_THAT(many("", "0b3954\n"), Catch::Contains("more than 8192 colors"));
    CHECK_THAT(many("hex,name\n", "#fff,x\n"), Catch::Contains("more than 8192 colors"));
    CHECK_THAT(many(":root {\n", "--a: #fff;\n"), Catch::Contains("more than 8192 colors"));
}

namespace {

bool is_among(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::count(names, name) > 0;
}
bool has_no_alpha(const Format& format) {
    return is_among(format.name, {"gpl", "ase", "aco", "act", "riff", "pal", "coolors", "kitty",
                                  "xresources", "alacritty", "base16"});
}
// Letter by letter.
bool keeps_names(const Format& format) {
    return is_among(format.name, {"csv", "json", "jsonl", "ase", "aco", "sketch"});
}

}  // namespace

TEST_CASE("what is written is read back: colors always, names and alpha where there is room") {
    std::mt19937 random(Catch::rngSeed());
    INFO("seed " << Catch::rngSeed());
    const std::vector<std::string> names{"a",     "Deep sea",   "x,y",        "\"",
                                         "Écume", "1 2 3",      "two\nlines", "# no",
                                         "*/",    "--x: #fff;", " padded "};
    const auto any = [&](std::size_t below) { return random() % below; };
    for (int round = 0; round < 200; ++round) {
        api::Colors colors{api::Blank{}};
        for (std::size_t i = 0; i <= any(12); ++i) {
            const auto byte = [&] { return static_cast<std::uint8_t>(any(256)); };
            colors.push_back(
                {.hex = color::Color{byte(), byte(), byte(), byte()},
                 .name = any(2) == 0 ? std::nullopt : api::Title::from(names[any(names.size())])});
        }
        const api::Palette palette = palette_of(std::move(colors));
        for (const Format& format : all_formats()) {
            if (format.write == nullptr || palette.colors.size() > format.most_colors) continue;
            const std::string file = file_of(format, palette).value();
            INFO(format.name << "\n" << file);
            const Record record = record_in(file);
            REQUIRE(record.colors.size() == palette.colors.size());
            for (std::size_t i = 0; i < record.colors.size(); ++i) {
                color::Color expected = palette.colors[i].hex;
                if (has_no_alpha(format)) expected.a = 255;
                CHECK(record.colors[i].color == expected);
                const std::string name =
                    palette.colors[i].name ? palette.colors[i].name->text() : std::string();
                if (keeps_names(format)) CHECK(record.colors[i].name == name);
                if (format.name == "gpl")
                    CHECK(record.colors[i].name == trimmed(on_one_line(name)));
            }
        }
    }
}
