#include "cli/render/lint.hpp"

#include "api/choice.hpp"
#include "color/hex.hpp"
#include "term/safe_text.hpp"
#include "term/table.hpp"

namespace palette::cli {

namespace {

constexpr std::string_view indent = "  ";

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

std::string_view option_of(const RuleShown& rule) {
    return rule.asked_by ? std::string_view(rule.asked_by->text()) : "-";
}

std::string heading_of(const FindingShown& finding, const View& view) {
    const term::Painter& painter = view.painter;
    const bool is_error = finding.level == lint::Level::error;
    std::string line{indent};
    line += painter.styled(is_error ? painter.bold() : std::string(), api::word_of(finding.level));
    line += " " + finding.rule.text();
    for (std::size_t i = 0; i < finding.colors.size(); ++i)
        line += (i == 0 ? ": " : ", ") + text_of(finding.colors[i], view);
    return line + "\n";
}

std::string below(std::string_view text, const std::string& style, const View& view) {
    return std::string(indent) + std::string(indent) +
           view.painter.styled(style, term::safe_line(text)) + "\n";
}

std::string counted(const api::Count& count, std::string_view noun) {
    return std::to_string(count.number()) + " " + std::string(noun) +
           (count.number() == 1 ? "" : "s");
}

std::string summary_of(const CheckReport& report) {
    std::string found;
    const auto add = [&](const api::Count& count, std::string_view noun) {
        if (count.number() > 0) found += (found.empty() ? "" : ", ") + counted(count, noun);
    };
    add(report.errors, "error");
    add(report.warnings, "warning");
    add(report.notes, "note");
    return counted(report.palettes, "palette") +
           " checked: " + (found.empty() ? "nothing found" : found) + "\n";
}

}  // namespace

void append_tsv(Tsv& tsv, const FindingShown& finding) {
    tsv.line({finding.palette.text(), api::word_of(finding.level), finding.rule.text(),
              places_of(finding), hexes_of(finding), finding.message.text()});
}

std::string text_of(const CheckReport& report, const View& view) {
    std::string text;
    const FindingShown* before = nullptr;
    for (const FindingShown& finding : report.items) {
        const bool is_next_palette =
            before == nullptr || before->palette.text() != finding.palette.text();
        // What to do is said once for each rule, below its first finding.
        const bool is_next_rule = is_next_palette || before->rule.text() != finding.rule.text();
        if (is_next_palette) text += term::safe_line(finding.palette.text()) + "\n";
        text += heading_of(finding, view) + below(finding.message.text(), "", view);
        if (is_next_rule) text += below(finding.hint.text(), view.painter.dim(), view);
        before = &finding;
    }
    return text + summary_of(report);
}

RulesShown shown_rules() {
    RulesShown all;
    for (const lint::Rule& rule : lint::all_rules()) {
        all.items.push_back({.rule = api::Word::from(rule.name).value(),
                             .level = rule.level,
                             .summary = api::cut_line(rule.summary),
                             .hint = api::cut_line(rule.hint)});
        if (!rule.asked_by.empty())
            all.items[all.items.size() - 1].asked_by =
                api::Word::from("--" + std::string(rule.asked_by)).value();
    }
    return all;
}

void append_tsv(Tsv& tsv, const RuleShown& rule) {
    tsv.line({rule.rule.text(), api::word_of(rule.level), option_of(rule), rule.summary.text()});
}

std::string text_of(const RulesShown& rules, const View& view) {
    term::Table table({{.heading = "RULE"},
                       {.heading = "LEVEL", .leaves = 2},
                       {.heading = "OPTION"},
                       {.heading = "WHAT MUST BE SO", .least_columns = 8, .leaves = 1}});
    for (const RuleShown& rule : rules.items) {
        table.add({term::Cell(rule.rule.text()), term::Cell(api::word_of(rule.level)),
                   term::Cell(option_of(rule)), term::Cell(rule.summary.text())});
    }
    return table.render(view.painter, view.columns);
}

}  // namespace palette::cli
