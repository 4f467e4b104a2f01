#include "lint/check.hpp"

#include "catch.hpp"
#include "color/convert.hpp"
#include "color/difference.hpp"
#include "color/hex.hpp"
#include "lint/near_pairs.hpp"

#include <chrono>

using namespace palette;
using lint::Finding;
using lint::RuleId;
using lint::Swatch;
using lint::Wanted;

namespace {

color::Color hex(std::string_view text) {
    return color::parse_hex(text).value();
}

std::vector<Swatch> colors(std::initializer_list<std::string_view> words) {
    std::vector<Swatch> palette;
    for (const std::string_view word : words)
        palette.push_back({.color = hex(word)});
    return palette;
}

std::vector<Finding> found(RuleId rule, const std::vector<Swatch>& palette,
                           const Wanted& wanted = {}) {
    auto all = lint::check(palette, wanted);
    std::erase_if(all, [&](const Finding& finding) { return finding.rule != rule; });
    return all;
}

using Places = std::vector<std::size_t>;

// As many different colors as wanted, of all the cube.
std::vector<Swatch> many(std::size_t count) {
    std::vector<Swatch> palette;
    std::uint32_t state = 1;
    while (palette.size() < count) {
        state = state * 1'664'525U + 1'013'904'223U;
        palette.push_back({.color = {static_cast<std::uint8_t>(state >> 24U),
                                     static_cast<std::uint8_t>(state >> 16U),
                                     static_cast<std::uint8_t>(state >> 8U)}});
    }
    return palette;
}

// So many black texts and white backgrounds.
std::vector<Swatch> texts_and_backgrounds(std::size_t count) {
    std::vector<Swatch> palette(count, {.color = hex("#000"), .role = "text"});
    palette.insert(palette.end(), count, {.color = hex("#fff"), .role = "background"});
    return palette;
}

}  // namespace

TEST_CASE("a good palette has no findings, and rules that nobody asked for are silent") {
    CHECK(lint::check(colors({"#0b3954", "#bfd7ea", "#ff6663"}), {}).empty());
    CHECK(lint::check(colors({"#777777", "#787878"}), {}).empty());
    CHECK(lint::check({}, {.wcag = lint::Conformance::aaa, .cvd = true, .distinct = 5, .max = 1})
              .empty());
}

TEST_CASE("the rules stand in the order of the alphabet, each with its words") {
    std::string_view before;
    for (const lint::Rule& rule : lint::all_rules()) {
        const std::string_view name = lint::rule_names[static_cast<std::size_t>(rule.id)];
        INFO(name);
        CHECK(before < name);
        before = name;
        CHECK(&lint::rule_of(rule.id) == &rule);
        CHECK_FALSE(rule.summary.empty());
        CHECK_FALSE(rule.hint.empty());
        // What nobody asked for fails no build.
        CHECK((rule.level == lint::Level::error) == !rule.asked_by.empty());
    }
}

TEST_CASE("a color or a name that is there again is told with the first") {
    const auto twice = found(RuleId::duplicate_color,
                             colors({"#ffffff", "#000000", "#fff", "#ffffff80", "#ffffff"}));
    REQUIRE(twice.size() == 2);
    CHECK(twice[0].places == Places{0, 2});
    CHECK(twice[1].places == Places{0, 4});
    const std::vector<Swatch> named{
        {hex("#fff"), "Snow"}, {hex("#eee"), ""}, {hex("#ddd"), "snow"}, {hex("#ccc"), ""}};
    const auto same = found(RuleId::duplicate_name, named);
    REQUIRE(same.size() == 1);
    CHECK(same[0].places == Places{0, 2});
    const auto unnamed = found(RuleId::unnamed, named);
    REQUIRE(unnamed.size() == 1);
    CHECK(unnamed[0].places == Places{1});
    CHECK(unnamed[0].message == "2 of 4 colors have no name, this is the first");
    CHECK(found(RuleId::unnamed, colors({"#fff", "#000"})).empty());
}

TEST_CASE("what is not opaque is noted, and judged as it looks on white") {
    const auto palette = colors({"#00000000", "#ffffff", "#000000"});
    const auto clear = found(RuleId::transparent, palette);
    REQUIRE(clear.size() == 1);
    CHECK(clear[0].places == Places{0});
    const auto similar = found(RuleId::too_similar, palette, {.distinct = 1});
    REQUIRE(similar.size() == 1);
    CHECK(similar[0].places == Places{0, 1});
}

TEST_CASE("there may be so many colors and not one more") {
    const auto palette = colors({"#111", "#555", "#999"});
    CHECK(found(RuleId::too_many_colors, palette, {.max = 3}).empty());
    const auto more = found(RuleId::too_many_colors, palette, {.max = 2});
    REQUIRE(more.size() == 1);
    CHECK(more[0].places.empty());
    CHECK(more[0].message == "3 colors, at most 2 are wanted");
}

TEST_CASE("a rule that is ignored finds nothing, whoever asked for it") {
    const auto palette = colors({"#111111", "#111111", "#11111180"});
    const Wanted all{.distinct = 1, .max = 1};
    Wanted some = all;
    some.ignored = {RuleId::duplicate_color, RuleId::too_many_colors};
    CHECK(found(RuleId::duplicate_color, palette, all).size() == 1);
    CHECK(found(RuleId::duplicate_color, palette, some).empty());
    CHECK(found(RuleId::too_many_colors, palette, some).empty());
    CHECK(found(RuleId::transparent, palette, some).size() == 1);
}

TEST_CASE("colors must differ by as much as was asked for") {
    const auto palette = colors({"#0b3954", "#ff6663", "#0b3955"});
    const auto near = found(RuleId::too_similar, palette, {.distinct = 1});
    REQUIRE(near.size() == 1);
    CHECK(near[0].places == Places{0, 2});
    CHECK(near[0].measured.value() < 1);
    CHECK(near[0].wanted == 1.0);
    CHECK(found(RuleId::too_similar, palette, {.distinct = 0.1}).empty());
    CHECK(found(RuleId::too_similar, palette, {.distinct = 150}).size() == 3);
}

TEST_CASE("who wants colors to differ gets an error for one that is there twice, and one alone") {
    const auto palette = colors({"#fff", "#000", "#fff"});
    CHECK(found(RuleId::too_similar, palette, {.distinct = 1}).empty());
    const auto twice = found(RuleId::duplicate_color, palette, {.distinct = 1});
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].level == lint::Level::error);
    CHECK_FALSE(found(RuleId::duplicate_color, palette)[0].level.has_value());
}

TEST_CASE("the pairs found by lightness are those found by comparing all with all") {
    std::vector<color::Vector> labs;
    for (const Swatch& swatch : many(400))
        labs.push_back(
            color::convert(color::coordinates_of(swatch.color), color::Space::lab).values);
    for (const double below : {0.5, 5.0, 30.0}) {
        std::size_t near = 0;
        CHECK(lint::each_near_pair(labs, below, [&](const lint::Pair& pair) {
            ++near;
            CHECK(pair.one < pair.other);
            return lint::Search::goes_on;
        }));
        std::size_t all = 0;
        for (std::size_t i = 0; i < labs.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                all += color::delta_e_2000(labs[i], labs[j]) < below ? 1 : 0;
        }
        CHECK(near == all);
    }
}

TEST_CASE("red and green of one lightness are confused by those without cones of green") {
    const auto palette = colors({"#c66b3d", "#8f8a2f", "#0b3954"});
    const auto alike = found(RuleId::cvd_confusable, palette, {.cvd = true});
    REQUIRE_FALSE(alike.empty());
    for (const Finding& finding : alike)
        CHECK(finding.places == Places{0, 1});
    CHECK_THAT(alike.back().message, Catch::Contains("without cones of green they differ by"));
    // Alike to everybody is another rule's.
    CHECK(found(RuleId::cvd_confusable, colors({"#0b3954", "#0b3955"}), {.cvd = true}).empty());
}

TEST_CASE("where roles say which is text, each text is measured on each background") {
    const std::vector<Swatch> palette{{hex("#777"), "", "Text"},
                                      {hex("#fff"), "", "background"},
                                      {hex("#000"), "", "bg"},
                                      {hex("#888"), "", "accent"}};
    const auto poor = found(RuleId::contrast, palette, {.wcag = lint::Conformance::aa});
    REQUIRE(poor.size() == 1);
    CHECK(poor[0].places == Places{0, 1});
    CHECK(poor[0].message == "the contrast of text and background is 4.47, AA wants 4.50");
    CHECK(found(RuleId::contrast, palette, {.wcag = lint::Conformance::aaa}).size() == 2);
}

TEST_CASE("without roles each color must have a partner that it can be read with") {
    CHECK(found(RuleId::contrast, colors({"#fff", "#777", "#000"}), {.wcag = lint::Conformance::aa})
              .empty());
    const auto alone = found(RuleId::contrast, colors({"#fff", "#777", "#595959"}),
                             {.wcag = lint::Conformance::aa});
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].places == Places{1, 0});
    CHECK(found(RuleId::contrast, colors({"#fff"}), {.wcag = lint::Conformance::aa})[0].places ==
          Places{0});
}

TEST_CASE("the largest palette is checked by all rules in a moment, and limits are told") {
    const auto palette = many(8'192);
    const auto begun = std::chrono::steady_clock::now();
    const Wanted wanted{.wcag = lint::Conformance::aaa, .cvd = true, .distinct = 0.01, .max = 100};
    static_cast<void>(lint::check(palette, wanted));
    const auto took = std::chrono::steady_clock::now() - begun;
    CHECK(std::chrono::duration<double>(took).count() < 30);
    // Far more than are listed.
    const auto near = found(RuleId::too_similar, palette, {.distinct = 5});
    REQUIRE(near.size() == lint::most_findings + 1);
    CHECK(near.back().places.empty());
    CHECK(near.back().message == "more than 100 findings: not all are listed");
    CHECK(near.back().level == lint::Level::note);
    CHECK(near.back().is_of_limit);
    // What was not compared does not pass for good.
    const auto cut =
        found(RuleId::contrast, texts_and_backgrounds(2'000), {.wcag = lint::Conformance::aa});
    REQUIRE(cut.size() == 1);
    CHECK(cut[0].is_of_limit);
    CHECK_FALSE(cut[0].level.has_value());
}

TEST_CASE("what was not compared is told as a finding") {
    // All of one lightness and none near another: grays are left out by a's that differ.
    std::vector<color::Vector> labs;
    for (std::size_t i = 0; i < 3'000; ++i)
        labs.push_back({50, 1e4 * static_cast<double>(i), 0});
    CHECK_FALSE(
        lint::each_near_pair(labs, 0.01, [](const lint::Pair&) { return lint::Search::goes_on; }));
}
