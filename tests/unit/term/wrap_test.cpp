#include "term/wrap.hpp"

#include "catch.hpp"

using palette::term::wrapped;

TEST_CASE("words go to the next line where they do not fit, and every line is indented") {
    CHECK(wrapped("the quick brown fox", 2, 13) == "  the quick\n  brown fox\n");
    CHECK(wrapped("the quick brown fox", 2, 11) == "  the quick\n  brown fox\n");
    CHECK(wrapped("the quick brown fox", 2, 10) == "  the\n  quick\n  brown\n  fox\n");
    CHECK(wrapped("the quick brown fox", 0, 80) == "the quick brown fox\n");
    CHECK(wrapped("日本 日本 日本", 0, 9) == "日本 日本\n日本\n");
    CHECK(wrapped("a-very-long-word b", 4, 10) == "    a-very-long-word\n    b\n");
    CHECK(wrapped("", 1, 10) == " \n");
}
