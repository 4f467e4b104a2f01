#include "cli/render/palette_diff.hpp"

#include "catch.hpp"
#include "cli/render/print.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::cli;

namespace {

const View plain{.painter = term::Painter(term::Depth::none), .columns = 80};

api::Swatch swatch(std::uint8_t level, std::optional<api::Title> name = {},
                   std::optional<api::Tag> role = {}) {
    return {
        .hex = color::Color{level, level, level}, .name = std::move(name), .role = std::move(role)};
}

SourcePalette of_registry(api::Colors colors) {
    return {.name = "alice/sea-glass", .colors = std::move(colors), .title = api::Title("Sea")};
}

SourcePalette of_file(api::Colors colors) {
    return {.name = "sea.hex", .colors = std::move(colors), .file = "sea.hex"};
}

std::string lines_of(const SourcePalette& one, const SourcePalette& other) {
    std::string lines;
    for (const Difference& difference : differences_of(one, other).items)
        lines += tsv_of(difference);
    return lines;
}

}  // namespace

TEST_CASE("a file that tells no title, tags, names or roles does not differ in them") {
    SourcePalette known = of_registry({swatch(1, api::Title("Ink"), api::Tag("text")), swatch(2)});
    known.tags = {api::Tag("calm")};
    CHECK(differences_of(known, of_file({swatch(1), swatch(2)})).equal);
    // In the registry they are known not to be there.
    CHECK(lines_of(known, of_registry({swatch(1), swatch(2)})) ==
          "tag-removed\t\t\tcalm\t\nname\t1\t1\tInk\t\nrole\t1\t1\ttext\t\n");
    SourcePalette telling = of_file({swatch(1, api::Title("Ink")), swatch(2, api::Title("Tar"))});
    telling.title = api::Title("Lake");
    CHECK(lines_of(known, telling) == "title\t\t\tSea\tLake\nname\t2\t2\t\tTar\n");
}

TEST_CASE("a description that changed, came or went is a difference") {
    SourcePalette quiet = of_registry({swatch(1)});
    quiet.description = api::Description("Quiet");
    SourcePalette loud = quiet;
    loud.description = api::Description("Loud");
    SourcePalette silent = quiet;
    silent.description = api::Description("");
    CHECK(lines_of(quiet, loud) == "description\t\t\tQuiet\tLoud\n");
    CHECK(lines_of(silent, loud) == "description\t\t\t\tLoud\n");
    CHECK_THAT(text_of(differences_of(quiet, silent), plain),
               Catch::Contains("description Quiet → -\n"));
    CHECK(differences_of(quiet, of_file({swatch(1)})).equal);
}

TEST_CASE("alpha alone makes a color another one, and a color that moved may have another name") {
    CHECK(lines_of(of_registry({{.hex = color::Color{1, 1, 1, 128}}}), of_registry({swatch(1)})) ==
          "changed\t1\t1\t#01010180\t#010101\n");
    CHECK(lines_of(of_registry({swatch(1, api::Title("Ink")), swatch(2), swatch(3)}),
                   of_registry({swatch(2), swatch(3), swatch(1, api::Title("Tar"))})) ==
          "moved\t1\t3\t#010101\t#010101\nname\t1\t3\tInk\tTar\n");
}

TEST_CASE("other people's words cannot drive the terminal that compares them") {
    const auto hostile = api::Title::from("a\x1b[2J\t\u202e").value();
    SourcePalette one = of_registry({swatch(1, hostile)});
    one.title = hostile;
    const std::string text = text_of(differences_of(one, of_registry({swatch(1)})), plain);
    CHECK_THAT(text, Catch::Contains("title") && Catch::Contains("name"));
    CHECK(std::ranges::none_of(text, [](char c) { return c == '\x1b' || c == '\t'; }));
    CHECK(text.find("\u202e") == std::string::npos);
}
