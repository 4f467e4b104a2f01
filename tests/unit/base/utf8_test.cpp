#include "base/utf8.hpp"

#include "catch.hpp"

#include <string>
#include <utility>

using namespace palette;

TEST_CASE("a text is cut between two characters") {
    CHECK(first_characters("aé日𝐩b", 4) == "aé日𝐩");
    CHECK(first_characters("aé", 2) == "aé");
    CHECK(first_characters("é", 0).empty());
    CHECK(fitting_characters("aé日", 6) == "aé日");
    CHECK(fitting_characters("aé日", 5) == "aé");
    CHECK(fitting_characters("日", 2).empty());
    CHECK(characters("aé日𝐩") == 4);
}

TEST_CASE("a text that is no UTF-8 is cut within itself") {
    CHECK(first_characters("\x80\x80", 1) == "\x80\x80");
    CHECK(fitting_characters("\x80\x80\x80", 2).empty());
}

TEST_CASE("the first code point is read from each length, at its least and its greatest") {
    const std::pair<std::string, char32_t> cases[] = {
        {std::string(1, '\0'), 0x00},
        {"\x7f", 0x7F},
        {"\xc2\x80", 0x80},
        {"\xdf\xbf", 0x7FF},
        {"\xe0\xa0\x80", 0x800},
        {"\xed\x9f\xbf", 0xD7FF},
        {"\xee\x80\x80", 0xE000},
        {"\xef\xbf\xbf", 0xFFFF},
        {"\xf0\x90\x80\x80", 0x10000},
        {"\xf4\x8f\xbf\xbf", 0x10FFFF},
    };
    for (const auto& [text, value] : cases) {
        INFO(static_cast<std::uint32_t>(value));
        const auto first = first_code_point(text + "a");
        REQUIRE(first);
        CHECK(first->value == value);
        CHECK(first->bytes == text.size());
        CHECK(is_utf8("a" + text + "a"));
    }
}

TEST_CASE("what is no UTF-8 begins with no code point") {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"it goes on with nothing", "\x80"},
        {"cut off", "\xc2"},
        {"cut off", "\xe2\x82"},
        {"cut off", "\xf0\x9d\x90"},
        {"it does not go on", "\xc2."},
        {"it does not go on", "\xe2.\x82"},
        {"overlong", "\xc0\x80"},
        {"overlong", "\xc1\xbf"},
        {"overlong", "\xe0\x9f\xbf"},
        {"overlong", "\xf0\x8f\xbf\xbf"},
        {"a surrogate", "\xed\xa0\x80"},
        {"a surrogate", "\xed\xbf\xbf"},
        {"past U+10FFFF", "\xf4\x90\x80\x80"},
        {"past U+10FFFF", "\xf5\x80\x80\x80"},
        {"of no form", "\xf8\x88\x80\x80\x80"},
        {"of no form", "\xff"},
    };
    for (const auto& [why, text] : cases) {
        INFO(why << ", " << text.size() << " bytes");
        CHECK_FALSE(first_code_point(text));
        CHECK_FALSE(is_utf8(text));
        CHECK_FALSE(is_utf8("a" + std::string(text)));
    }
    CHECK_FALSE(first_code_point(""));
    CHECK(is_utf8(""));
}
