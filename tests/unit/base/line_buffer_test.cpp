#include "base/line_buffer.hpp"

#include "catch.hpp"

using palette::LineBuffer;

TEST_CASE("lines come out whole, however the bytes came in") {
    LineBuffer lines;
    lines.add("one\n\ntw");
    CHECK(lines.take() == "one");
    CHECK(lines.take() == "");
    CHECK_FALSE(lines.take());
    lines.add("o\n");
    CHECK(lines.take() == "two");
    CHECK_FALSE(lines.take());
}

TEST_CASE("a line without an end is cut at the limit") {
    LineBuffer lines;
    lines.add(std::string(LineBuffer::longest_line - 1, 'x'));
    CHECK_FALSE(lines.take());
    lines.add("yz\n");
    CHECK(lines.take() == std::string(LineBuffer::longest_line - 1, 'x') + "y");
    CHECK(lines.take() == "z");
}
