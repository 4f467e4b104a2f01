#include "term/table.hpp"

#include "catch.hpp"

using namespace palette::term;

namespace {

const Painter plain(Depth::none);

Table people() {
    Table table({{.heading = "NAME", .least_columns = 6},
                 {.heading = "LIKES", .align = Align::right},
                 {.heading = "TITLE", .least_columns = 4}});
    table.add({Cell("alice/sea-glass"), Cell("3"), Cell("Sea Glass")});
    table.add({Cell("bob/日本"), Cell("12000"), Cell("")});
    return table;
}

}  // namespace

TEST_CASE("columns are aligned by what is seen and lines end without spaces") {
    CHECK(people().render(plain, 80) ==
          "NAME             LIKES  TITLE\n"
          "alice/sea-glass      3  Sea Glass\n"
          "bob/日本         12000\n");
}

TEST_CASE("a table that is too wide shrinks its widest columns") {
    CHECK(people().render(plain, 27) ==
          "NAME       LIKES  TITLE\n"
          "alice/se…      3  Sea Glass\n"
          "bob/日本   12000\n");
}

TEST_CASE("no column becomes narrower than it may, however narrow the terminal") {
    CHECK(people().render(plain, 1) ==
          "NAME    LIKES  TIT…\n"
          "alice…      3  Sea…\n"
          "bob/…   12000\n");
}

TEST_CASE("where shrinking is not enough columns leave in their order, and the others have room") {
    Table table({{.heading = "RANK", .leaves = 2},
                 {.heading = "REF"},
                 {.heading = "TITLE", .least_columns = 4, .leaves = 1}});
    table.add({Cell("1"), Cell("alice/sea-glass"), Cell("Sea Glass")});
    CHECK(table.render(plain, 32) ==
          "RANK  REF              TITLE\n1     alice/sea-glass  Sea Glass\n");
    CHECK(table.render(plain, 27) == "RANK  REF              TIT…\n1     alice/sea-glass  Sea…\n");
    CHECK(table.render(plain, 26) == "RANK  REF\n1     alice/sea-glass\n");
    CHECK(table.render(plain, 20) == "REF\nalice/sea-glass\n");
    CHECK(table.render(plain, 5) == "REF\nalice/sea-glass\n");
}

TEST_CASE("a column that wants a wide terminal is not in the way of others on a narrow one") {
    Table table({{.heading = "HEX", .leaves = 1, .from_columns = 40},
                 {.heading = "TITLE", .least_columns = 4}});
    table.add({Cell("#0b3954"), Cell("Sea Glass")});
    CHECK(table.render(plain, 40) == "HEX      TITLE\n#0b3954  Sea Glass\n");
    CHECK(table.render(plain, 39) == "TITLE\nSea Glass\n");
}

TEST_CASE("painted cells are aligned by their columns and never cut") {
    Table table({{.heading = "COLORS", .least_columns = 1}, {.heading = "TITLE"}});
    table.add({Cell(Painted{"\x1b[40m    \x1b[0m", 4}), Cell("Sea")});
    table.add({Cell(Painted{"", 0}), Cell("None")});
    CHECK(table.render(plain, 5) ==
          "COL…  TITLE\n"
          "\x1b[40m    \x1b[0m  Sea\n"
          "      None\n");
}

TEST_CASE("a style surrounds the text alone, and headings are bold") {
    const Painter painter(Depth::ansi16);
    Table table({{.heading = "REF"}, {.heading = "N"}});
    table.add({Cell("a", painter.dim()), Cell("1")});
    CHECK(table.render(painter, 80) ==
          "\x1b[1mREF\x1b[0m  \x1b[1mN\x1b[0m\n"
          "\x1b[2ma\x1b[0m    1\n");
}

TEST_CASE("text of others is made safe before it is measured") {
    Table table({{.heading = "TITLE"}, {.heading = "BY"}});
    table.add({Cell("a\x1b[2J\n"), Cell("b")});
    CHECK(table.render(plain, 80) ==
          "TITLE       BY\n"
          "a\\x1b[2J\\n  b\n");
}

TEST_CASE("in plain words a row is a line that says what each cell is, and no column leaves") {
    Table table({{.heading = "RANK", .align = Align::right, .leaves = 1}, {.heading = "REF"}});
    table.add({Cell("1"), Cell("alice/dusk")});
    table.add({Cell(""), Cell("bob/\x1b")});
    CHECK(table.render(Painter(Depth::truecolor, Manner::plain), 5) ==
          "rank: 1; ref: alice/dusk\nref: bob/\\x1b\n");
}
