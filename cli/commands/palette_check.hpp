// The noun `palette`: what is wrong with one, by named rules.
#pragma once

#include "cli/command_line/command.hpp"
#include "cli/input/palette_source.hpp"
#include "cli/render/lint.hpp"
#include "lint/check.hpp"

// Its words, found beside the enumeration.
namespace palette::lint {

constexpr api::ChoiceRule choice_rule(Conformance) {
    return {"Conformance", "a level of WCAG 2", conformance_words};
}

}  // namespace palette::lint

namespace palette::cli {

enum class ReportForm : std::uint8_t { text, json, sarif };
inline constexpr std::array<std::string_view, 3> report_form_words{"text", "json", "sarif"};
constexpr api::ChoiceRule choice_rule(ReportForm) {
    return {"ReportForm", "the form of a report", report_form_words};
}

inline constexpr api::DecimalRule least_difference_rule{
    "Difference", "a color difference by CIEDE2000", 500, 1, 15'000};
using LeastDifference = api::Decimal<least_difference_rule>;
inline constexpr api::WholeRule color_count_rule{"ColorCount", "how many colors", 8, 1,
                                                 api::Colors::most};
using ColorCount = api::Whole<color_count_rule>;

inline constexpr std::size_t most_palette_sources = 1'000;
// Lists that scripts put together may name a rule again.
inline constexpr std::size_t most_ignored_words = 100;

struct PaletteCheck {
    api::List<PaletteSource, 0, most_palette_sources> palette{};
    std::optional<lint::Conformance> wcag{};
    bool cvd = false;
    std::optional<LeastDifference> distinct{};
    std::optional<ColorCount> max{};
    api::List<lint::RuleId, 0, most_ignored_words> ignore{};
    lint::Level fail_on = lint::Level::error;
    ReportForm report = ReportForm::text;
    bool rules = false;

    static constexpr std::string_view name_of_shape = "PaletteCheck";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteCheck::palette>(
                "Palettes, files of them, and folders of files; of a file, each palette"),
            field<&PaletteCheck::wcag>("Text must be readable: by roles such as text and "
                                       "background, or each color with a partner"),
            field<&PaletteCheck::cvd>("No two colors may look alike to people with a color vision "
                                      "deficiency alone"),
            field<&PaletteCheck::distinct>("Any two colors must differ by so much: 1 is just "
                                           "noticeable, 5 is seen at a glance"),
            field<&PaletteCheck::max>("There must be no more colors"),
            field<&PaletteCheck::ignore>("A rule that is not applied; may be repeated"),
            field<&PaletteCheck::fail_on>("End with 1 when there is something as grave"),
            field<&PaletteCheck::report>("What to print; sarif is for services that show what a "
                                         "build has found"),
            field<&PaletteCheck::rules>("List the rules and check nothing"),
        };
    }
    static constexpr Command command{
        .path = "palette check",
        .summary = "Check palettes by rules; ends with 1 when one breaks a rule that matters",
        .examples = {{{"palette check alice/sea-glass --max 12",
                       "Some rules are always on, others are turned on"},
                      {"palette check nord.gpl --distinct 2.5 --report sarif",
                       "A file, which needs no daemon; the report is for CI"}}},
        .positional = {"palette"},
        .prints = &printed_report,
        .prints_with = {"--rules", &printed_rules},
        .prints_else = "With --report json or sarif what was found, whatever --format says",
        .settings = Settings::optional,
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
