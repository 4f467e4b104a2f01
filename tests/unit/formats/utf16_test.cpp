#include "formats/utf16.hpp"

#include "base/utf8.hpp"
#include "catch.hpp"

using namespace palette;
using namespace palette::formats;
using namespace std::string_view_literals;

TEST_CASE("names of every length of a letter go there and back") {
    for (const std::string_view name : {"", "sea", "Écume", "水", "🌊 wave", "\x01"}) {
        INFO(name);
        CHECK(from_utf16(to_utf16(name, 100)) == name);
    }
    CHECK(to_utf16("a🌊", 100) == "\0a\xD8\x3C\xDF\x0A"sv);
}

TEST_CASE("what is no UTF-16 becomes valid UTF-8") {
    struct Row {
        std::string_view bytes;
        std::string_view text;
    };
    for (const Row& row : {
             Row{"\xD8\x3C\0a"sv, "\uFFFDa"},  // no other half
             Row{"\xDF\x0A\0a"sv, "\uFFFDa"},  // a second half
             Row{"\xD8\x3C"sv, "\uFFFD"},      // at the end
             Row{"\xD8\x3C\xD8\x3C\xDF\x0A"sv, "\uFFFD🌊"},
             Row{"\0a\0"sv, "a"},       // an odd byte
             Row{"\0a\0\0\0b"sv, "a"},  // ends at a 0
             Row{""sv, ""},
         }) {
        CHECK(from_utf16(row.bytes) == row.text);
        CHECK(is_utf8(from_utf16(row.bytes)));
    }
}

TEST_CASE("what is longer than its length can say is cut between letters") {
    CHECK(to_utf16("abc", 2) == "\0a\0b"sv);
    CHECK(to_utf16("a🌊", 2) == "\0a"sv);
    CHECK(to_utf16("a\0b"sv, 9) == "\0a"sv);
}
