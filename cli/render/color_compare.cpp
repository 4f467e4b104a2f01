#include "cli/render/color_compare.hpp"

#include "color/contrast.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"
#include "term/labeled.hpp"
#include "term/swatch.hpp"
#include "term/wrap.hpp"

#include <algorithm>
#include <cmath>

namespace palette::cli {

namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 5> meanings{
    "not to be told apart", "told apart by a trained eye", "told apart when looked at closely",
    "clearly different", "two different colors"};

template <class Decimal>
Decimal decimal(double value) {
    const auto& rule = Decimal::the_rule();
    const double hundredths = std::round(value * api::hundredths_in_one);
    return *Decimal::from_hundredths(static_cast<std::int64_t>(std::clamp(
        hundredths, static_cast<double>(rule.least), static_cast<double>(rule.greatest))));
}

std::optional<ColorChange> hue_change(const color::Coordinates& first,
                                      const color::Coordinates& second) {
    constexpr std::size_t hue = 2;
    constexpr double turn = 360;
    if (first.missing.has(hue) || second.missing.has(hue)) return std::nullopt;
    return decimal<ColorChange>(std::remainder(second.values[hue] - first.values[hue], turn));
}

std::string signed_text(const ColorChange& change) {
    return (change.hundredths() > 0 ? "+" : "") + decimal_text(change.hundredths());
}

}  // namespace

ColorDifference difference_of(double value) {
    return decimal<ColorDifference>(value);
}

ColorsCompared compared(const color::Coordinates& first, const color::Coordinates& second) {
    const auto in = [](const color::Coordinates& color, color::Space space) {
        return color::convert(color.values, color.space, space);
    };
    const auto lab = in(first, color::Space::lab);
    const auto other_lab = in(second, color::Space::lab);
    const auto oklch = color::convert(first, color::Space::oklch);
    const auto other_oklch = color::convert(second, color::Space::oklch);
    const double ok =
        color::delta_e_ok(in(first, color::Space::oklab), in(second, color::Space::oklab));
    const double ciede2000 = color::delta_e_2000(lab, other_lab);
    const color::Color plain = color::to_color(first);
    const color::Color other_plain = color::to_color(second);
    return {.first = plain,
            .second = other_plain,
            .meaning = color::likeness_of(ciede2000),
            .ciede2000 = difference_of(ciede2000),
            .cie76 = difference_of(color::delta_e_76(lab, other_lab)),
            .cmc = difference_of(color::delta_e_cmc(lab, other_lab)),
            .ok = difference_of(ok * 100),
            .contrast = contrast_of(color::wcag_contrast(plain, other_plain)),
            .lightness = decimal<ColorChange>((other_oklch.values[0] - oklch.values[0]) * 100),
            .chroma = decimal<ColorChange>((other_oklch.values[1] - oklch.values[1]) * 100),
            .hue = hue_change(oklch, other_oklch)};
}

constexpr std::array<Column, 6> comparison_columns{
    {{"ciede2000"}, {"cie76"}, {"cmc"}, {"ok"}, {"contrast"}, {"meaning"}}};
const Printed printed_comparison{.shape = &api::shape_of<ColorsCompared>,
                                 .columns = comparison_columns};

void append_tsv(Tsv& tsv, const ColorsCompared& shown) {
    tsv.line(comparison_columns, decimal_text(shown.ciede2000.hundredths()),
             decimal_text(shown.cie76.hundredths()), decimal_text(shown.cmc.hundredths()),
             decimal_text(shown.ok.hundredths()), decimal_text(shown.contrast.hundredths()),
             api::word_of(shown.meaning));
}

std::string text_of(const ColorsCompared& shown, const View& view) {
    constexpr std::size_t label_columns = 14;
    constexpr std::size_t columns_a_color = 8;
    const auto told = [&](color::Color color) {
        return view.painter.is_plain() ? term::named_hex(color) : color::to_hex(color);
    };
    const auto line = [&](std::string_view label, const std::string& value) {
        return term::labeled(label, value, label_columns, view.painter);
    };
    const auto difference = [&](std::string_view label, const ColorDifference& value) {
        return line(label, decimal_text(value.hundredths()));
    };
    std::string text;
    if (view.painter.paints()) {
        // Without a gap: what can be told apart is seen at the border.
        const std::array<color::Color, 2> both{shown.first, shown.second};
        text = term::strip(both, view.painter, both.size(), columns_a_color).text +
               (is_narrow(view) ? "\n" : "  ");
    }
    const std::string meant = told(shown.first) + " and " + told(shown.second) + ": " +
                              std::string(meanings[static_cast<std::size_t>(shown.meaning)]);
    text += is_narrow(view) && !view.painter.is_plain() ? term::wrapped(meant, 0, view.columns)
                                                        : meant + "\n";
    text += difference("CIEDE2000", shown.ciede2000) + difference("CIE 1976", shown.cie76) +
            difference("CMC 2:1", shown.cmc) + difference("OK, times 100", shown.ok) +
            line("contrast", decimal_text(shown.contrast.hundredths())) +
            line("lightness", signed_text(shown.lightness) + "%") +
            line("chroma", signed_text(shown.chroma));
    if (shown.hue) text += line("hue", signed_text(*shown.hue) + " degrees");
    return text;
}

}  // namespace palette::cli
