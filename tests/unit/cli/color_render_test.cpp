#include "base/text_lines.hpp"
#include "catch.hpp"
#include "cli/render/color.hpp"
#include "cli/render/color_compare.hpp"
#include "cli/render/color_named.hpp"
#include "cli/render/color_seen.hpp"
#include "term/width.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::cli;

namespace {

constexpr color::Color red{255, 0, 0};
constexpr color::Color olive{163, 144, 0};

View view_of(std::size_t columns, term::Depth depth = term::Depth::truecolor) {
    return {.painter = term::Painter(depth), .columns = columns};
}

// What is seen of a text, without the sequences that paint it.
std::string unpainted(const std::string& text) {
    std::string seen;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b') {
            i = text.find('m', i);
        } else {
            seen += text[i];
        }
    }
    return seen;
}

std::size_t widest(const std::string& text) {
    const std::string seen = unpainted(text);
    std::size_t columns = 0;
    for (TextLines lines(seen); lines.next();)
        columns = std::max(columns, term::width(lines.line()));
    return columns;
}

}  // namespace

TEST_CASE("what is told of colors fits a narrow terminal") {
    const View narrow = view_of(40);
    CHECK(widest(text_of(shown_color(color::coordinates_of(olive)), narrow)) <= 40);
    CHECK(widest(text_of(ColorSeen{.given{"red"}, .hex = red, .seen = olive}, narrow)) <= 40);
    const ColorsCompared both = compared(color::coordinates_of(red), color::coordinates_of(olive));
    CHECK(widest(text_of(both, narrow)) <= 40);
    CHECK(widest(text_of(contrast_shown(red, olive), narrow)) <= 40);
}

TEST_CASE("a swatch stands beside every line, and above them where there is no room") {
    const std::string wide =
        unpainted(text_of(shown_color(color::coordinates_of(red)), view_of(80)));
    CHECK(wide.starts_with("▏      ▕  hex       #ff0000\n▏      ▕  name      red\n"));
    const std::string narrow =
        unpainted(text_of(shown_color(color::coordinates_of(red)), view_of(40)));
    CHECK(narrow.starts_with("▏  ▕\nhex       #ff0000\nname      red\n"));
    const View plain = view_of(40, term::Depth::none);
    CHECK(
        text_of(shown_color(color::coordinates_of(red)), plain).starts_with("hex       #ff0000\n"));
}

TEST_CASE("a name says how far it is away, but where the color has it itself") {
    const View view = view_of(80, term::Depth::none);
    CHECK(text_of(shown_name("red", red, color::nearest_name(red)), view) == "#ff0000  red\n");
    const color::Color other{254, 0, 0};
    CHECK(text_of(shown_name("#fe0000", other, color::nearest_css_name(other)), view) ==
          "#fe0000  red  #ff0000, 0.20 away\n");
}
