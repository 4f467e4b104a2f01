#include "color/hex.hpp"

#include "catch.hpp"

using namespace palette::color;

TEST_CASE("every hex form is read, with and without #, in any case") {
    struct Row {
        std::string_view text;
        Color color;
    };
    const auto row =
        GENERATE(Row{"#0b3954", {0x0b, 0x39, 0x54}}, Row{"0B3954", {0x0b, 0x39, 0x54}},
                 Row{"#fFf", {255, 255, 255}}, Row{"a1c", {0xaa, 0x11, 0xcc}},
                 Row{"#1234", {0x11, 0x22, 0x33, 0x44}}, Row{"#0b395480", {0x0b, 0x39, 0x54, 0x80}},
                 Row{"00000000", {0, 0, 0, 0}});
    CAPTURE(row.text);
    CHECK(parse_hex(row.text) == row.color);
}

TEST_CASE("what is not exactly a hex form is not read") {
    const auto* text = GENERATE("", "#", "##fff", "#f", "#ff", "#fffff", "#fffffff", "#fffffffff",
                                "#ggg", "0x1", " #fff", "#fff ", "fff#", "-12",
                                "\xEF\xBC\x91"
                                "12");
    CAPTURE(text);
    CHECK(parse_hex(text) == std::nullopt);
}

TEST_CASE("hex is written in lower case, with alpha only where it is not opaque") {
    CHECK(to_hex({0x0B, 0x39, 0x54}) == "#0b3954");
    CHECK(to_hex({0xFF, 0, 0, 0x0A}) == "#ff00000a");
    CHECK(to_hex({0, 0, 0, 0}) == "#00000000");
}

TEST_CASE("every byte survives writing and reading in every channel") {
    for (int i = 0; i < 256; ++i) {
        const auto byte = static_cast<std::uint8_t>(i);
        const auto rest = static_cast<std::uint8_t>(255 - i);
        const Color color{byte, rest, byte, rest};
        CHECK(parse_hex(to_hex(color)) == color);
    }
}
