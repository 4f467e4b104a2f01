// Files of one palette: read by content, refused by line, written byte for byte as documented.
#include "formats/format.hpp"

#include "api/reader.hpp"
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "catch.hpp"
#include "collected.hpp"
#include "formats/fit.hpp"
#include "one_palette.hpp"
#include "pinned.hpp"
#include "test_data.hpp"

#include <random>

using namespace palette;
using namespace palette::formats;
using test::found_in;
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
    return is_among(format.name, {"csv", "json", "jsonl", "ase", "aco"});
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

namespace {

struct ExpectedColor {
    std::optional<api::Line> hex{};
    api::Line name{""};
    std::optional<api::Line> group{};

    static constexpr std::string_view name_of_shape = "ExpectedColor";
    static constexpr auto fields() {
        using api::field;
        return std::array{field<&ExpectedColor::hex>("The color"),
                          field<&ExpectedColor::name>("Its name"),
                          field<&ExpectedColor::group>("The heading over it")};
    }
};

struct ExpectedColors {
    api::List<ExpectedColor, 0, 100'000> items{};

    static constexpr std::string_view name_of_shape = "ExpectedColors";
    static constexpr auto fields() {
        return std::array{api::field<&ExpectedColors::items>("In the order of the file")};
    }
};

using Expected = std::vector<ExpectedColor>;

// What expected.json has for a file; none when it has nothing.
std::optional<Expected> expected_of(const api::Document& expected, const std::string& file) {
    const std::string json = expected.text_at(file);
    if (json == "null") return std::nullopt;
    const auto list = api::read_json<ExpectedColors>(R"({"items":)" + json + "}");
    REQUIRE(list);
    return Expected(list->items.begin(), list->items.end());
}

// A color without a hex is one that depends on a profile: any will do.
void check_colors(const Record& record, const Expected& expected) {
    REQUIRE(record.colors.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const RecordColor& color = record.colors[i];
        CHECK(color.name == expected[i].name.text());
        if (expected[i].hex) CHECK(color.color == color::parse_hex(expected[i].hex->text()));
        const std::string group = expected[i].group ? expected[i].group->text() : "";
        if (!group.empty()) CHECK((color.group.empty() ? record.title : color.group) == group);
    }
}

// Others read no notation but hex, and no alpha of themes: the rest of these files is ours alone.
Record as_others_read(Record record, std::string_view file, const Expected& expected) {
    if (file.ends_with(".itermcolors")) {
        for (RecordColor& one : record.colors)
            one.color.a = 255;
    }
    if (file != "css/tailwind-v4-theme.css" && file != "css/radix-black-alpha.css") return record;
    std::erase_if(record.colors, [&](const RecordColor& one) {
        return std::ranges::none_of(
            expected, [&](const ExpectedColor& other) { return one.name == other.name.text(); });
    });
    return record;
}

// The folders of tests/data whose files are all read.
bool is_read(std::string_view folder) {
    return is_among(folder, {"gpl", "hex", "css", "ase", "aco", "act", "riff-pal", "jasc-pal",
                             "paintnet", "scss", "less-styl-sass", "kitty", "Xresources",
                             "alacritty", "itermcolors", "base16"});
}

}  // namespace

TEST_CASE("real files of every format are read as others read them") {
    const auto json = test::test_data("formats/expected.json");
    if (!json) return;
    api::Document expected(64 * 1024 * 1024);
    REQUIRE(expected.parse(*json));
    std::size_t compared = 0;
    for (const auto& row : test::test_rows("formats/MANIFEST.csv", ',')) {
        const std::string& file = row.front();
        if (!is_read(row[1])) continue;
        INFO(file);
        const auto colors = expected_of(expected, file);
        if (!colors) continue;
        ++compared;
        const std::string bytes = *test::test_data("formats/" + file);
        check_colors(as_others_read(record_in(bytes), file, *colors), *colors);
    }
    CHECK(compared == 49 + 2 + 2 + 4 * 6 + 5);
}

namespace {

struct Ending {
    std::string_view suffix;  // of a real file
    std::string_view format;
};

constexpr auto endings = std::to_array<Ending>({
    {".gpl", "gpl"},
    {".hex", "hex"},
    {".css", "css"},
    {".scss", "scss"},
    {".less", "less"},
    {".styl", "stylus"},
    {".conf", "kitty"},
    {".Xresources", "xresources"},
    {".toml", "alacritty"},
    {".itermcolors", "iterm"},
    {".yaml", "base16"},
    {".yml", "base16"},
    {".js", "tailwind"},
});

}  // namespace

TEST_CASE("real files of text are recognized by their content") {
    std::size_t seen = 0;
    for (const auto& row : test::test_rows("formats/MANIFEST.csv", ',')) {
        const auto* ending = std::ranges::find_if(
            endings, [&](const Ending& one) { return row[0].ends_with(one.suffix); });
        const bool is_known = row[1] != "malformed" && row[1] != "terminal-other";
        if (ending == endings.end() || !is_known) continue;
        INFO(row.front());
        const Format* format = format_of(*test::test_data("formats/" + row.front()), Content::text);
        REQUIRE(format != nullptr);
        CHECK(format->name == ending->format);
        ++seen;
    }
    CHECK((seen == 0 || seen == 65));
}

namespace {

struct Malformed {
    std::string_view file;
    std::string_view refusal;  // empty when it is valid after all
};

constexpr auto malformed_texts = std::to_array<Malformed>({
    {"base16-billion-laughs.yaml", "1: base16: expected text after a:"},
    {"gpl-100000-colours.gpl", "8196: gpl: more than 8192 colors"},
    {"gpl-crlf-bom.gpl", ""},
    {"gpl-latin1.gpl", "2: the line is not UTF-8"},
    {"gpl-long-name.gpl", ""},
    {"gpl-no-header.gpl", "1: gpl: expected GIMP Palette"},
    {"gpl-out-of-range.gpl", "4: gpl: expected three numbers"},
    {"hex-mixed.hex", "5: hex: expected a color"},
    {"itermcolors-entities.itermcolors", "34: iterm: entities are not read"},
    {"json-deep-100000.json", "1: "},
    {"json-dup-keys.json", "1: name: given more than once; colors: given"},
    {"json-truncated.json", "1: this is n"},
});

}  // namespace

TEST_CASE("malformed files of text are refused with their place, or read where they are valid") {
    if (!test::test_data("formats/malformed.csv")) return;
    for (const Malformed& row : malformed_texts) {
        INFO(row.file);
        const std::string bytes = *test::test_data("formats/malformed/" + std::string(row.file));
        const auto found = found_in(bytes, row.file.substr(row.file.rfind('.') + 1));
        REQUIRE(found.size() == 1);
        CHECK(found[0].record.has_value() == row.refusal.empty());
        if (found[0].record) continue;
        const std::string place = std::to_string(found[0].where.number) + ": ";
        CHECK_THAT(place + found[0].record.error().message,
                   Catch::StartsWith(std::string(row.refusal)));
    }
}

TEST_CASE("malformed files of others are refused, by line, or read as far as they are valid") {
    if (!test::test_data("formats/malformed.csv")) return;
    std::size_t seen = 0;
    for (const auto& row : test::test_rows("formats/malformed.csv", ',')) {
        INFO(row.front());
        const std::string bytes = *test::test_data("formats/" + row.front());
        const auto found = found_in(bytes);
        REQUIRE_FALSE(found.empty());
        for (const auto& one : found) {
            if (one.record) CHECK(one.record->colors.size() <= api::Colors::most);
        }
        ++seen;
    }
    CHECK(seen > 20);
}
