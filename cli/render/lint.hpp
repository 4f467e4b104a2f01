// What `palette check` prints.
#pragma once

#include "cli/render/placed_color.hpp"
#include "cli/render/tsv.hpp"
#include "lint/rule.hpp"

#include <optional>
#include <string>

// Its words, found beside the enumeration.
namespace palette::lint {

constexpr api::ChoiceRule choice_rule(Level) {
    return {"Level", "how grave it is", level_words};
}
constexpr api::ChoiceRule choice_rule(RuleId) {
    return {"Rule", "a rule, as --rules lists them", rule_names};
}

}  // namespace palette::lint

namespace palette::cli {

// Of all palettes together; more are counted and not listed.
inline constexpr std::size_t most_findings_listed = 10'000;

inline constexpr api::DecimalRule measure_rule{"Measure", "a number that was measured", 447, 0,
                                               10'000'000};
using Measure = api::Decimal<measure_rule>;

struct FindingShown {
    api::Line palette;
    lint::Level level;
    lint::RuleId rule;
    api::List<PlacedColor, 0, 2> colors;
    api::Line message;
    std::optional<api::Line> hint{};
    std::optional<Measure> measured{};
    std::optional<Measure> wanted{};
    std::optional<api::Line> file{};
    std::optional<api::Count> line{};

    static constexpr std::string_view name_of_shape = "Finding";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&FindingShown::palette>("In which palette"),
            field<&FindingShown::level>("error, warning or note"),
            field<&FindingShown::rule>("By which rule"),
            field<&FindingShown::colors>("Which colors; none when it is about the whole"),
            field<&FindingShown::message>("What was found"),
            field<&FindingShown::hint>("What to do about it; none where not all was looked at"),
            field<&FindingShown::measured>("The number that was measured, if one was"),
            field<&FindingShown::wanted>("What it was measured against"),
            field<&FindingShown::file>("The file of the palette, or stdin, if it is of one"),
            field<&FindingShown::line>("The line where the palette begins, if it has lines"),
        };
    }
};

struct CheckReport {
    api::List<FindingShown, 0, most_findings_listed> items{};
    api::Count palettes = 0;
    api::Count errors = 0;
    api::Count warnings = 0;
    api::Count notes = 0;
    api::Count passed_over = 0;

    static constexpr std::string_view name_of_shape = "CheckReport";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&CheckReport::items>("What was found, palette by palette"),
            field<&CheckReport::palettes>("How many palettes were checked"),
            field<&CheckReport::errors>("How many errors there are"),
            field<&CheckReport::warnings>("How many warnings"),
            field<&CheckReport::notes>("How many notes"),
            field<&CheckReport::passed_over>("How many files of folders hold no palette"),
        };
    }
};
void append_tsv(Tsv& tsv, const FindingShown& finding);
extern const Printed printed_report;
[[nodiscard]] std::string text_of(const CheckReport& report, const View& view);

struct RuleShown {
    lint::RuleId rule;
    lint::Level level;
    api::Line summary;
    api::Line hint;
    std::optional<api::Word> asked_by{};

    static constexpr std::string_view name_of_shape = "Rule";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&RuleShown::rule>("Its name"),
            field<&RuleShown::level>("What its findings are"),
            field<&RuleShown::summary>("What must be so"),
            field<&RuleShown::hint>("What to do where it is not"),
            field<&RuleShown::asked_by>("The option that turns it on; null: it is always on"),
        };
    }
};
struct RulesShown {
    api::List<RuleShown, 0, 64> items{};

    static constexpr std::string_view name_of_shape = "Rules";
    static constexpr auto fields() {
        return std::array{api::field<&RulesShown::items>("Each rule")};
    }
};
[[nodiscard]] RulesShown shown_rules();
void append_tsv(Tsv& tsv, const RuleShown& rule);
extern const Printed printed_rules;
[[nodiscard]] std::string text_of(const RulesShown& rules, const View& view);

}  // namespace palette::cli
