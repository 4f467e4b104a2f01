#include "cli/render/lint.hpp"

#include "api/choice.hpp"
#include "base/counted.hpp"
#include "color/hex.hpp"
#include "term/safe_text.hpp"
#include "term/wrap.hpp"

namespace palette::cli {

namespace {

constexpr std::size_t indent = 2;

std::string places_of(const FindingShown& finding) {
    std::string places;
    for (const PlacedColor& color : finding.colors)
        places += (places.empty() ? "" : ",") + std::to_string(color.place.number());
    return places;
}

std::string hexes_of(const FindingShown& finding) {
    std::string words;
    for (const PlacedColor& color : finding.colors)
        words += (words.empty() ? "" : " ") + color::to_hex(color.hex);
    return words;
}

// What text_of(color, view) takes on the screen.
std::size_t columns_of(const PlacedColor& color, const View& view) {
    const std::size_t swatch = view.painter.paints() ? 3 : 0;
    return std::to_string(color.place.number()).size() + 1 + swatch +
           color::to_hex(color.hex).size();
}

std::string_view option_of(const RuleShown& rule) {
    return rule.asked_by ? std::string_view(rule.asked_by->text()) : "-";
}

// The colors stand on a line of their own where they have no room beside the rule.
std::string heading_of(const FindingShown& finding, const View& view) {
    const term::Painter& painter = view.painter;
    const std::string_view level = api::word_of(finding.level);
    const bool is_error = finding.level == lint::Level::error;
    const std::size_t margin = painter.is_plain() ? 0 : indent;
    std::string line = std::string(margin, ' ') +
                       painter.styled(is_error ? painter.bold() : std::string(), level) + " " +
                       std::string(api::word_of(finding.rule));
    if (finding.colors.empty()) return line + "\n";
    std::string colors;
    std::size_t columns = indent + level.size() + 1 + api::word_of(finding.rule).size();
    for (const PlacedColor& color : finding.colors) {
        colors += (colors.empty() ? "" : ", ") + text_of(color, view);
        columns += 2 + columns_of(color, view);
    }
    const bool has_room = columns <= view.columns || painter.is_plain();
    line += has_room ? std::string(": ") : ":\n" + std::string(indent * 2, ' ');
    return line + colors + "\n";
}

// Wrapped, but in plain words.
std::string prose(std::string_view text, std::size_t margin, const View& view) {
    if (view.painter.is_plain()) return std::string(text) + "\n";
    return term::wrapped(text, margin, view.columns);
}

std::string below(std::string_view text, const std::string& style, const View& view) {
    const std::string lines = prose(term::safe_line(text), indent * 2, view);
    return view.painter.styled(style, lines.substr(0, lines.size() - 1)) + "\n";
}

std::string summary_of(const CheckReport& report, const View& view) {
    std::string found;
    const auto add = [&](const api::Count& count, std::string_view noun) {
        if (count.number() > 0)
            found += (found.empty() ? "" : ", ") + counted(count.number(), noun);
    };
    add(report.errors, "error");
    add(report.warnings, "warning");
    add(report.notes, "note");
    const std::int64_t passed_over = report.passed_over.number();
    return prose(
        counted(report.palettes.number(), "palette") + " checked" +
            (passed_over == 0 ? "" : ", " + counted(passed_over, "file") + " passed over") + ": " +
            (found.empty() ? "nothing found" : found),
        0, view);
}

}  // namespace

constexpr std::array<Column, 6> finding_columns{{{"palette"},
                                                 {"level"},
                                                 {"rule"},
                                                 {"places", "comma between"},
                                                 {"colors", "blank between"},
                                                 {"message"}}};
const Printed printed_report{.shape = &api::shape_of<CheckReport>, .columns = finding_columns};

void append_tsv(Tsv& tsv, const FindingShown& finding) {
    tsv.line(finding_columns, finding.palette.text(), api::word_of(finding.level),
             api::word_of(finding.rule), places_of(finding), hexes_of(finding),
             finding.message.text());
}

std::string text_of(const CheckReport& report, const View& view) {
    std::string text;
    const FindingShown* before = nullptr;
    for (const FindingShown& finding : report.items) {
        const bool is_next_palette =
            before == nullptr || before->palette.text() != finding.palette.text();
        // What to do is said once for each rule, below its first finding.
        const bool is_next_rule = is_next_palette || before->rule != finding.rule;
        if (is_next_palette) text += term::safe_line(finding.palette.text()) + "\n";
        text += heading_of(finding, view) + below(finding.message.text(), "", view);
        if (is_next_rule && finding.hint)
            text += below(finding.hint->text(), view.painter.dim(), view);
        before = &finding;
    }
    return text + summary_of(report, view);
}

RulesShown shown_rules() {
    RulesShown all;
    for (const lint::Rule& rule : lint::all_rules()) {
        all.items.push_back({.rule = rule.id,
                             .level = rule.level,
                             .summary = api::cut_line(rule.summary),
                             .hint = api::cut_line(rule.hint)});
        if (!rule.asked_by.empty())
            all.items[all.items.size() - 1].asked_by =
                api::Word::from("--" + std::string(rule.asked_by)).value();
    }
    return all;
}

constexpr std::array<Column, 4> rule_columns{
    {{"rule"}, {"level"}, {"option", "- for none"}, {"summary"}}};
const Printed printed_rules{.shape = &api::shape_of<RulesShown>, .columns = rule_columns};

void append_tsv(Tsv& tsv, const RuleShown& rule) {
    tsv.line(rule_columns, api::word_of(rule.rule), api::word_of(rule.level), option_of(rule),
             rule.summary.text());
}

std::string text_of(const RulesShown& rules, const View& view) {
    std::string text;
    for (const RuleShown& rule : rules.items) {
        text += std::string(api::word_of(rule.level)) + " " +
                view.painter.styled(view.painter.bold(), api::word_of(rule.rule)) +
                (rule.asked_by ? ": " + rule.asked_by->text() : "") + "\n" +
                below(rule.summary.text(), "", view);
    }
    return text;
}

}  // namespace palette::cli
