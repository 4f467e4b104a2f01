// Real files, read as others read them; and those that are broken.
#include "api/reader.hpp"
#include "catch.hpp"
#include "collected.hpp"
#include "formats/format.hpp"
#include "one_palette.hpp"
#include "test_data.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::formats;
using test::found_in;
using test::hexes;
using test::record_in;

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
    constexpr auto folders = std::to_array<std::string_view>(
        {"gpl", "hex", "css", "ase", "aco", "act", "riff-pal", "jasc-pal", "paintnet", "scss",
         "less-styl-sass", "kitty", "Xresources", "alacritty", "itermcolors", "base16",
         "procreate-swatches", "sketchpalette", "other"});
    return std::ranges::count(folders, folder) > 0;
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
    CHECK(compared == 49 + 2 + 2 + 4 * 6 + 5 + 2 + 2 + 7);
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
    {"itermcolors-entities.itermcolors", "1: iterm: it declares entities"},
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

TEST_CASE("real drawings and images have the colors that others find in them") {
    if (!test::test_data("formats/MANIFEST.csv")) return;
    for (const auto& row : test::test_rows("formats/MANIFEST.csv", ',')) {
        if (row[1] != "svg") continue;
        INFO(row[0]);
        const std::string file = *test::test_data("formats/" + row[0]);
        CHECK(record_in(file).colors.size() == std::stoul(row[3]));
    }
    const auto in_image = [](const std::string& name) {
        return record_in(*test::test_data("formats/palette-image/" + name));
    };
    CHECK(hexes(in_image("midnight-ablaze-1x.png")) ==
          std::vector<std::string>{"#ff8274", "#d53c6a", "#7c183c", "#460e2b", "#31051e", "#1f0510",
                                   "#130208"});
    CHECK(in_image("pastel.png").colors.size() == 20);
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
