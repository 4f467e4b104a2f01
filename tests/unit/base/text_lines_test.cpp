#include "base/text_lines.hpp"

#include "catch.hpp"

#include <utility>
#include <vector>

using namespace palette;

namespace {

using Numbered = std::vector<std::pair<std::size_t, std::string>>;

Numbered lines_of(std::string_view text) {
    Numbered all;
    for (TextLines lines(text); lines.next();)
        all.emplace_back(lines.number(), lines.line());
    return all;
}

}  // namespace

TEST_CASE("lines end in LF or CRLF, the last one in either or nothing") {
    CHECK(lines_of("a\nb\r\nc") == Numbered{{1, "a"}, {2, "b"}, {3, "c"}});
    CHECK(lines_of("a\n") == Numbered{{1, "a"}});
    CHECK(lines_of("a\r\n") == Numbered{{1, "a"}});
    CHECK(lines_of("").empty());
}

TEST_CASE("empty lines are lines, and a CR within one stays") {
    CHECK(lines_of("\n\na") == Numbered{{1, ""}, {2, ""}, {3, "a"}});
    CHECK(lines_of("a\rb\n") == Numbered{{1, "a\rb"}});
}

TEST_CASE("a text of several lines is put on one") {
    CHECK(on_one_line("sea\nglass\r\n") == "sea glass  ");
}
