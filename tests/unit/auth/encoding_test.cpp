#include "auth/encoding.hpp"

#include "catch.hpp"

using namespace palette::auth;

TEST_CASE("base64url is written without padding and read back") {
    struct Row {
        std::string_view bytes;
        std::string_view text;
    };
    const auto row = GENERATE(Row{"", ""}, Row{"f", "Zg"}, Row{"fo", "Zm8"}, Row{"foo", "Zm9v"},
                              Row{"foob", "Zm9vYg"}, Row{"foobar", "Zm9vYmFy"},
                              Row{"\xFB\xEF\xFF", "--__"}, Row{"\xFF", "_w"});
    CAPTURE(row.text);
    CHECK(to_base64url(row.bytes) == row.text);
    CHECK(from_base64url(row.text) == row.bytes);
}

TEST_CASE("no second text is read as the same bytes") {
    const auto* text =
        GENERATE("Zg==", "Zg=", "Z", "Zm9vY", "++//", "Zg\n", " Zg", "Zh", "Zm9=", "Zm\xC3\xA9");
    CAPTURE(text);
    CHECK(from_base64url(text) == std::nullopt);
}

TEST_CASE("no byte outside the alphabet is read as a letter") {
    int letters = 0;
    for (int byte = 0; byte < 256; ++byte) {
        const std::string text{'Z', static_cast<char>(byte), '9', 'v'};
        const auto bytes = from_base64url(text);
        if (!bytes) continue;
        ++letters;
        CHECK(to_base64url(*bytes) == text);
    }
    CHECK(letters == 64);
}

TEST_CASE("a zero byte in base64url ends nothing") {
    using namespace std::string_view_literals;
    CHECK(from_base64url("Zm9v\0Zm9v"sv) == std::nullopt);
    CHECK(from_base64url(to_base64url("a\0b"sv)) == "a\0b"sv);
}

TEST_CASE("hex of the wrong length, case or alphabet is not read") {
    CHECK(from_hex<2>("0aff") == std::array<std::uint8_t, 2>{0x0A, 0xFF});
    CHECK(palette::in_hex(std::array<std::uint8_t, 2>{0x0A, 0xFF}) == "0aff");
    const auto* text = GENERATE("", "0a", "0af", "0aff0", "0AFF", "0agg", "0x0a", "0a f");
    CAPTURE(text);
    CHECK(from_hex<2>(text) == std::nullopt);
}
