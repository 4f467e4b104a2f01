#include "cli/render/lint.hpp"

#include "base/text_lines.hpp"
#include "catch.hpp"
#include "cli/render/print.hpp"
#include "term/width.hpp"

using namespace palette;
using namespace palette::cli;

namespace {

FindingShown finding(std::string_view palette, lint::RuleId rule, lint::Level level) {
    return {.palette = api::cut_line(palette),
            .level = level,
            .rule = rule,
            .colors{{api::ColorPlace(2), color::Color{0xbf, 0xd7, 0xea}},
                    {api::ColorPlace(11), color::Color{0xff, 0xff, 0xff}}},
            .message{"the contrast of text and background is 1.49, AA wants 4.50"},
            .hint = api::Line("make the lighter one lighter or the darker one darker")};
}

CheckReport report() {
    CheckReport made;
    made.items.push_back(finding("a.gpl", lint::RuleId::contrast, lint::Level::error));
    made.items.push_back(finding("a.gpl", lint::RuleId::contrast, lint::Level::error));
    made.items.push_back(finding("b.gpl", lint::RuleId::contrast, lint::Level::error));
    made.palettes = 3;
    made.errors = 3;
    made.notes = 1;
    return made;
}

View view_of(std::size_t columns) {
    return {.painter = term::Painter(term::Depth::none), .columns = columns};
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

}  // namespace

TEST_CASE("findings stand below their palette, and what to do is said once for each rule") {
    const std::string text = text_of(report(), view_of(100));
    CHECK_THAT(text, Catch::StartsWith("a.gpl\n  error contrast: 2 #bfd7ea, 11 #ffffff\n"
                                       "    the contrast of text and background is 1.49, AA wants "
                                       "4.50\n    make the lighter") &&
                         Catch::EndsWith("3 palettes checked: 3 errors, 1 note\n"));
    CHECK(count_of(text, "a.gpl") == 1);
    CHECK(count_of(text, "make the lighter one") == 2);
    CHECK(text_of(CheckReport{.palettes = 1}, view_of(80)) == "1 palette checked: nothing found\n");
}

TEST_CASE("a report fits a narrow terminal, and no hex is broken") {
    for (const std::size_t columns : {std::size_t{32}, std::size_t{40}, std::size_t{80}}) {
        const std::string text = text_of(report(), view_of(columns));
        INFO(text);
        for (TextLines lines(text); lines.next();)
            CHECK(term::width(lines.line()) <= columns);
        CHECK(count_of(text, "#bfd7ea, 11 #ffffff") == 3);
    }
}

TEST_CASE("in plain words nothing is indented or broken, and colors have names") {
    const View view{.painter = term::Painter(term::Depth::truecolor, term::Manner::plain),
                    .columns = 20};
    CheckReport made;
    made.items.push_back(finding("a.gpl", lint::RuleId::contrast, lint::Level::error));
    CHECK_THAT(text_of(made, view),
               Catch::StartsWith("a.gpl\nerror contrast: 2 #bfd7ea ") &&
                   Catch::Contains(", 11 #ffffff white\nthe contrast of text and background is "
                                   "1.49, AA wants 4.50\nmake the lighter one lighter or the "
                                   "darker one darker\n"));
}

TEST_CASE("rules are told in full, however narrow the terminal") {
    for (const std::size_t columns : {std::size_t{40}, std::size_t{80}}) {
        const std::string text = text_of(shown_rules(), view_of(columns));
        INFO(text);
        for (TextLines lines(text); lines.next();)
            CHECK(term::width(lines.line()) <= columns);
        CHECK(count_of(text, "…") == 0);
        CHECK_THAT(text,
                   Catch::StartsWith("error contrast: --wcag\n    Text has enough contrast") &&
                       Catch::Contains("warning duplicate-color\n    No color is there twice"));
    }
}

TEST_CASE("a palette's name cannot drive the terminal") {
    CheckReport made;
    made.items.push_back(finding("a\x1b[2J", lint::RuleId::contrast, lint::Level::error));
    CHECK(text_of(made, view_of(80)).find('\x1b') == std::string::npos);
    CHECK(tsv_of(made.items[0]).find('\x1b') == std::string::npos);
}
