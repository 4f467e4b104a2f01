#include "color/parse.hpp"

#include "catch.hpp"
#include "color/gamut.hpp"

using namespace palette::color;
using palette::ErrorKind;

namespace {

tl::expected<Color, ParseFault> on_screen(std::string_view text) {
    return parse_pasted(text).map(
        [](const Notation& notation) { return to_color(notation.color); });
}

}  // namespace

TEST_CASE("hex forms and names are colors") {
    CHECK(parse_color("#0b3954") == Color{0x0b, 0x39, 0x54});
    CHECK(parse_color("fff") == Color{255, 255, 255});
    CHECK(parse_color("Tomato") == Color{0xFF, 0x63, 0x47});
    CHECK(parse_color("transparent") == Color{0, 0, 0, 0});
}

TEST_CASE("a fault says where the text stops being a color and what was expected there") {
    struct Row {
        std::string_view text;
        std::size_t offset;
        std::string expected;
    };
    const std::string any = "#rrggbb, a CSS color name, or a function such as rgb(...)";
    const auto row = GENERATE_COPY(
        Row{"", 0, any}, Row{"#", 1, "3, 4, 6 or 8 hex digits, not 0"},
        Row{"#12345", 6, "3, 4, 6 or 8 hex digits, not 5"}, Row{"#0b39g4", 5, "a hex digit"},
        Row{"#fffffffff", 9, "the end after 8 hex digits"}, Row{"12345z", 5, "a hex digit"},
        Row{"abcde", 5, "3, 4, 6 or 8 hex digits, not 5"}, Row{"##fff", 1, "a hex digit"},
        Row{"cornflowrblue", 8, any}, Row{"xyzzy plugh", 0, any}, Row{"\xFF\xFE", 0, any});
    CAPTURE(row.text);
    const auto color = on_screen(row.text);
    REQUIRE_FALSE(color);
    CHECK(color.error().offset == row.offset);
    CHECK(color.error().expected == row.expected);
}

TEST_CASE("a misspelt name is answered with the nearest, a stranger with none") {
    CHECK(on_screen("cornflowrblue").error().nearest == "cornflowerblue");
    CHECK(on_screen("Blurple").error().nearest == "purple");
    CHECK(on_screen("gren").error().nearest == "green");
    CHECK(on_screen("cornflowr").error().nearest == "cornflowerblue");
    CHECK(on_screen("elephant").error().nearest == std::nullopt);
    CHECK(on_screen("#gren").error().nearest == std::nullopt);
}

TEST_CASE("a color is read as it is pasted") {
    for (const char* text :
         {"  #0b3954 ", "'#0b3954'", "\"0b3954\",", "#0b3954;", "0x0B3954", "11, 57, 84",
          "rgb(11, 57, 84);", "RGB(11 57 84)", "color(srgb 4.3137% 22.3529% 32.9412%)"}) {
        CAPTURE(text);
        CHECK(on_screen(text) == Color{0x0b, 0x39, 0x54});
    }
    CHECK(on_screen("oklch(0.05 0.2 40)") == Color{0x03, 0x00, 0x00});
}

TEST_CASE("notations that CSS lacks are read as they are meant") {
    CHECK(on_screen("hsv(202, 87, 33)").value() == on_screen("hsv(202 87% 33%)").value());
    CHECK(on_screen("hsb(202, 87, 33)").value() == on_screen("hsv(202 87% 33%)").value());
    CHECK(on_screen("hsl(202\xC2\xB0, 77%, 19%)").value() == on_screen("hsl(202 77% 19%)").value());
    CHECK(on_screen("0x800B3954") == Color{0x0b, 0x39, 0x54, 0x80});
}

TEST_CASE("what may be meant otherwise is no color") {
    for (const char* text : {"0.04, 0.22, 0.33", "1,2,3) /*", "0xred", "0xrgb(1 2 3)", "0x12345"}) {
        CAPTURE(text);
        CHECK_FALSE(on_screen(text));
    }
}

TEST_CASE("a fault in what was pasted is where it stands in all of it") {
    CHECK(on_screen("  rgb(11 57").error().offset == 11);
    CHECK(on_screen("'#0b39g4'").error().offset == 6);
}

TEST_CASE("a refusal quotes the text, the place and what was expected") {
    const auto misspelt = parse_color("cornflowrblue");
    REQUIRE_FALSE(misspelt);
    CHECK(misspelt.error().kind == ErrorKind::invalid_argument);
    CHECK(misspelt.error().hint == "did you mean cornflowerblue?");
    CHECK(parse_color("#0b39g4").error().message ==
          "\"#0b39g4\" is not a color: at character 6 expected a hex digit");
    CHECK(parse_color("#12345").error().message ==
          "\"#12345\" is not a color: at its end expected 3, 4, 6 or 8 hex digits, not 5");
    CHECK(parse_color("").error().message ==
          "no color given: expected #rrggbb, a CSS color name, or a function such as rgb(...)");
}

TEST_CASE("a refusal of an endless text quotes whole characters of its beginning only") {
    std::string text = "x";
    for (int i = 0; i < 100'000; ++i)
        text += "\xC3\xA9";
    const auto color = parse_color(text);
    REQUIRE_FALSE(color);
    CHECK(color.error().message.size() < 200);
    CHECK(color.error().message.find("\xC3\xA9...\"") != std::string::npos);
}
