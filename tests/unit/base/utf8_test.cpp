#include "base/utf8.hpp"

#include "catch.hpp"

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
