#include "cli/commands/palette_check.hpp"

#include "base/hundredths.hpp"
#include "base/utf8.hpp"
#include "cli/input/stdin_text.hpp"
#include "cli/render/lint.hpp"
#include "cli/render/print.hpp"
#include "cli/render/sarif.hpp"
#include "term/safe_text.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

lint::Wanted wanted_by(const PaletteCheck& asked) {
    lint::Wanted wanted{.wcag = asked.wcag, .cvd = asked.cvd};
    if (asked.distinct) {
        wanted.distinct =
            static_cast<double>(asked.distinct->hundredths()) / api::hundredths_in_one;
    }
    if (asked.max) wanted.max = asked.max->value();
    wanted.ignored.assign(asked.ignore.begin(), asked.ignore.end());
    return wanted;
}

std::vector<lint::Swatch> swatches_of(const api::Colors& colors) {
    std::vector<lint::Swatch> swatches;
    swatches.reserve(colors.size());
    for (const api::Swatch& one : colors) {
        swatches.push_back({.color = one.hex,
                            .name = one.name ? std::string_view(one.name->text()) : "",
                            .role = one.role ? std::string_view(one.role->text()) : ""});
    }
    return swatches;
}

std::optional<Measure> measure_of(const std::optional<double>& number) {
    if (!number) return std::nullopt;
    return Measure::from_hundredths(hundredths_reached(*number));
}

// Names of files need not be UTF-8; what is printed is.
std::string name_of_file(const std::string& path) {
    if (path == stdin_word) return "stdin";
    return is_utf8(path) ? path : term::safe_line(path);
}

FindingShown shown(const lint::Finding& finding, const SourcePalette& palette) {
    const lint::Rule& rule = lint::rule_of(finding.rule);
    FindingShown made{.palette = api::cut_line(palette.name),
                      .level = finding.level.value_or(rule.level),
                      .rule = finding.rule,
                      .colors{},
                      .message = api::cut_line(finding.message),
                      .measured = measure_of(finding.measured),
                      .wanted = measure_of(finding.wanted)};
    if (!finding.is_of_limit) made.hint = api::cut_line(rule.hint);
    for (const std::size_t place : finding.places)
        made.colors.push_back(placed_color(palette.colors, place));
    if (palette.is_of_file()) made.file = api::cut_line(name_of_file(palette.file));
    if (palette.line) made.line = api::Count::clamped(*palette.line);
    return made;
}

// Counts all and keeps what can be listed.
class Reporter {
  public:
    explicit Reporter(lint::Wanted wanted) : wanted_(wanted) {}

    void check(const SourcePalette& palette) {
        ++palettes_;
        for (const lint::Finding& finding : lint::check(swatches_of(palette.colors), wanted_)) {
            FindingShown made = shown(finding, palette);
            ++counts_[static_cast<std::size_t>(made.level)];
            if (report_.items.size() < most_findings_listed)
                report_.items.push_back(std::move(made));
        }
    }

    void add_passed_over(std::uint64_t files) { passed_over_ += files; }

    // Whether there is anything as grave as that.
    [[nodiscard]] bool has_found(lint::Level level) const {
        const auto gravest = counts_.begin();
        return std::any_of(gravest, gravest + static_cast<std::ptrdiff_t>(level) + 1,
                           [](std::uint64_t count) { return count > 0; });
    }

    [[nodiscard]] CheckReport report() && {
        const auto count = [&](lint::Level level) {
            return api::Count::clamped(counts_[static_cast<std::size_t>(level)]);
        };
        report_.palettes = api::Count::clamped(palettes_);
        report_.errors = count(lint::Level::error);
        report_.warnings = count(lint::Level::warning);
        report_.notes = count(lint::Level::note);
        report_.passed_over = api::Count::clamped(passed_over_);
        return std::move(report_);
    }

  private:
    const lint::Wanted wanted_;
    CheckReport report_{};
    std::uint64_t palettes_ = 0;
    std::uint64_t passed_over_ = 0;
    std::array<std::uint64_t, lint::level_words.size()> counts_{};
};

void print_report(Context& context, const CheckReport& report, ReportForm form) {
    switch (form) {
        case ReportForm::json:
            return context.out().write(api::to_json(report) + "\n");
        case ReportForm::sarif:
            return context.out().write(sarif_of(report, PALETTE_VERSION));
        case ReportForm::text:
            break;
    }
    if (context.out().layout() == Layout::people) {
        write_long(context, text_of(report, context.view()));
    } else {
        print_page(context, report, "");
    }
}

}  // namespace

Result<Exit> PaletteCheck::run(Context& context) const {
    if (rules && report != ReportForm::text) {
        return refuse(ErrorKind::invalid_argument, "report",
                      "--report is of what is found, and --rules looks for nothing",
                      "--rules has --format");
    }
    if (rules) {
        print_page(context, shown_rules(), "");
        return Exit::done;
    }
    if (palette.empty()) {
        return refuse(ErrorKind::invalid_argument, "palette", "nothing to check",
                      "name palettes, files or folders of them, or - for stdin");
    }
    Reporter reporter(wanted_by(*this));
    for (const PaletteSource& source : palette) {
        const auto read =
            each_palette(context, source, [&](const SourcePalette& one) { reporter.check(one); });
        if (!read) return refuse(read.error());
        reporter.add_passed_over(read->passed_over);
    }
    const bool fails = reporter.has_found(fail_on);
    const CheckReport found = std::move(reporter).report();
    print_report(context, found, report);
    const std::size_t unlisted =
        found.errors.value() + found.warnings.value() + found.notes.value() - found.items.size();
    if (unlisted > 0) context.note("and " + std::to_string(unlisted) + " more findings");
    return fails ? Exit::no : Exit::done;
}

}  // namespace palette::cli
