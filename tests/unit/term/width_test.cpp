#include "term/width.hpp"

#include "catch.hpp"

using namespace palette::term;

TEST_CASE("width counts columns, not bytes or code points") {
    struct Row {
        std::string_view text;
        std::size_t columns;
    };
    const auto row = GENERATE(
        Row{"", 0}, Row{"abc", 3}, Row{"é", 1}, Row{"e\u0301", 1}, Row{"日本", 4}, Row{"Ｐ", 2},
        Row{"한", 2}, Row{"\u1112\u1161\u11AB", 2}, Row{"😀", 2}, Row{"👍🏽", 2},
        Row{"👨\u200D👩\u200D👧", 2}, Row{"🇩🇪", 2}, Row{"🇩🇪🇫🇷", 4}, Row{"1\uFE0F\u20E3", 2},
        Row{"☀", 1}, Row{"☀\uFE0F", 2}, Row{"שָׁלוֹם", 4}, Row{"की", 1}, Row{"\xff", 1});
    CAPTURE(row.text);
    CHECK(width(row.text) == row.columns);
}

TEST_CASE("a text is cut between graphemes and ends in an ellipsis") {
    struct Row {
        std::string_view text;
        std::size_t columns;
        std::string_view fitted;
    };
    const auto row = GENERATE(Row{"Sea Glass", 9, "Sea Glass"}, Row{"Sea Glass", 8, "Sea Gla…"},
                              Row{"Sea Glass", 1, "…"}, Row{"Sea Glass", 0, ""}, Row{"", 5, ""},
                              Row{"日本語", 6, "日本語"}, Row{"日本語", 5, "日本…"},
                              Row{"日本語", 4, "日…"}, Row{"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
                              Row{"👨\u200D👩\u200D👧x", 2, "…"}, Row{"🇩🇪🇫🇷", 3, "🇩🇪…"});
    CAPTURE(row.text, row.columns);
    CHECK(fit(row.text, row.columns) == row.fitted);
    CHECK(width(fit(row.text, row.columns)) <= row.columns);
}

TEST_CASE("a text is padded to columns on either side") {
    CHECK(pad("日本", 6) == "日本  ");
    CHECK(pad("12", 4, Align::right) == "  12");
    CHECK(pad("longer", 3) == "longer");
}
