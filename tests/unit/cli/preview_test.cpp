#include "cli/render/preview.hpp"

#include "base/text_lines.hpp"
#include "catch.hpp"
#include "cli/render/print.hpp"
#include "color/hex.hpp"
#include "term/width.hpp"

using namespace palette;
using namespace palette::cli;

namespace {

api::Colors colors(std::initializer_list<std::string_view> words) {
    api::Colors all{api::Blank{}};
    for (const std::string_view word : words)
        all.push_back({.hex = color::parse_hex(word).value()});
    return all;
}

View view_of(std::size_t columns, term::Depth depth = term::Depth::none) {
    return {.painter = term::Painter(depth), .columns = columns};
}

// Text on background.
std::string ground_of(const api::Colors& palette) {
    const Preview preview = preview_of(palette);
    const Painted& text = preview.items[0];
    return color::to_hex(text.color.hex) + " on " + color::to_hex(text.on.hex);
}

}  // namespace

TEST_CASE("roles say what is background and text, else lightness and contrast do") {
    CHECK(ground_of(colors({"#777777", "#ffffff", "#222222"})) == "#222222 on #ffffff");
    CHECK(ground_of(colors({"#222222", "#777777", "#ffffff"})) == "#ffffff on #222222");
    CHECK(ground_of(colors({"#0000ff"})) == "#0000ff on #0000ff");
    api::Colors told = colors({"#777777", "#ffffff", "#222222"});
    told[2].role = api::Tag("Background");
    told[0].role = api::Tag("text");
    CHECK(ground_of(told) == "#777777 on #222222");
}

TEST_CASE("each other color is a link, a button and a bar") {
    const Preview preview = preview_of(colors({"#ffffff", "#000000", "#bf616a"}));
    std::string lines;
    for (const Painted& one : preview.items)
        lines += tsv_of(one);
    CHECK(lines ==
          "text\t2\t#000000\t1\t#ffffff\t21.00\tAAA\n"
          "link\t3\t#bf616a\t1\t#ffffff\t4.09\tAA-large\n"
          "button\t2\t#000000\t3\t#bf616a\t5.13\tAA\n"
          "bar\t3\t#bf616a\t1\t#ffffff\t4.09\tAA-large\n");
    api::Colors many = colors({"#ffffff", "#000000"});
    for (std::uint8_t i = 1; i < 20; ++i)
        many.push_back({.hex = color::Color{i, i, i}});
    CHECK(preview_of(many).items.size() == 1 + 3 * most_accents);
    CHECK(preview_of(many).left_out.value() == 19 - most_accents);
}

TEST_CASE("a preview fits its terminal, and without color says which color is what") {
    const Preview preview = preview_of(colors({"#ffffff", "#000000", "#bf616a", "#5e81ac80"}));
    for (const std::size_t columns : {std::size_t{40}, std::size_t{80}, std::size_t{200}}) {
        const std::string text = text_of(preview, view_of(columns));
        INFO(text);
        for (TextLines lines(text); lines.next();)
            CHECK(term::width(lines.line()) <= columns);
        for (const std::string_view words : {"#000000 on #ffffff  21.00 AAA", "#bf616a on #ffffff",
                                             "#000000 on #5e81ac80", "[ Button ]", "#bf616a   ==="})
            CHECK_THAT(text, Catch::Contains(std::string(words)));
    }
    const std::string painted = text_of(preview, view_of(80, term::Depth::truecolor));
    // A bar in the color of the terminal has edges.
    CHECK_THAT(painted, Catch::Contains("▕"));
    CHECK_THAT(painted, Catch::Contains("\x1b[48;2;255;255;255m\x1b[38;2;0;0;0m Heading") &&
                            Catch::Contains("#bf616a on #ffffff"));
}

TEST_CASE("in plain words a preview is a line for each part, with names of colors") {
    const View view{.painter = term::Painter(term::Depth::truecolor, term::Manner::plain)};
    CHECK(text_of(preview_of(colors({"#ffffff", "#000000"})), view) ==
          "text: 2 #000000 black on 1 #ffffff white: 21.00, AAA\n");
}
