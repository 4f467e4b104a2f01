#include "cli/render/color.hpp"

#include "api/scalar.hpp"
#include "cli/render/items.hpp"
#include "color/contrast.hpp"
#include "color/css_notation.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"
#include "color/naming.hpp"
#include "term/labeled.hpp"
#include "term/safe_text.hpp"
#include "term/swatch.hpp"
#include "term/text_on.hpp"
#include "term/width.hpp"

#include <algorithm>
#include <cmath>

namespace palette::cli {

namespace {

constexpr std::size_t label_columns = 10;
constexpr std::size_t contrast_columns = 8;

api::Line in_space(const color::Coordinates& color, color::Space space) {
    return api::cut_line(color::to_css(color::convert(color, space)));
}

}  // namespace

bool is_narrow(const View& view) {
    constexpr std::size_t fewest_for_wide_swatches = 60;
    return view.columns < fewest_for_wide_swatches;
}

std::string wide_swatch(color::Color color, const View& view) {
    const std::size_t columns = is_narrow(view) ? 4 : 8;
    const std::string swatch = term::swatch(color, view.painter, columns).text;
    return swatch.empty() ? swatch : swatch + "  ";
}

std::string decimal_text(std::int64_t hundredths) {
    std::string text;
    api::append_hundredths(text, hundredths);
    return text;
}

Contrast contrast_of(double ratio) {
    constexpr double slack = 1e-6;  // of 21 that came out a little less
    const auto hundredths = static_cast<std::int64_t>(std::floor((ratio + slack) * 100));
    return *Contrast::from_hundredths(
        std::clamp(hundredths, contrast_rule.least, contrast_rule.greatest));
}

ColorShown shown_color(const color::Coordinates& color) {
    const color::Color hex = color::to_color(color);
    const bool in_srgb = color::is_in_srgb(color);
    const color::Coordinates mapped = in_srgb ? color : color::mapped_to_srgb(color);
    return {.hex = hex,
            .rgb = api::cut_line(color::to_css({color::coordinates_of(hex), true})),
            .hsl = in_space(mapped, color::Space::hsl),
            .hwb = in_space(mapped, color::Space::hwb),
            .lab = in_space(color, color::Space::lab),
            .lch = in_space(color, color::Space::lch),
            .oklab = in_space(color, color::Space::oklab),
            .oklch = in_space(color, color::Space::oklch),
            .name = api::cut_line(color::nearest_name(hex).named.name),
            .css_name = api::cut_line(color::nearest_css_name(hex).named.name),
            .on_white = contrast_of(color::wcag_contrast(hex, color::white)),
            .on_black = contrast_of(color::wcag_contrast(hex, color::black)),
            .in_srgb = in_srgb};
}

constexpr std::array<Column, 6> shown_columns{
    {{"hex"}, {"rgb"}, {"hsl"}, {"oklch"}, {"name"}, {"css_name"}}};
const Printed printed_colors_shown{.shape = &api::shape_of<ItemsOf<ColorShown>>,
                                   .columns = shown_columns};

void append_tsv(Tsv& tsv, const ColorShown& shown) {
    tsv.line(shown_columns, color::to_hex(shown.hex), shown.rgb.text(), shown.hsl.text(),
             shown.oklch.text(), shown.name.text(), shown.css_name.text());
}

// Beside every line, or where there is no room for that, above them.
std::string text_of(const ColorShown& shown, const View& view) {
    const std::string swatch = wide_swatch(shown.hex, view);
    const bool has_room = !is_narrow(view);
    const auto line = [&](std::string_view label, std::string_view value) {
        const bool fits =
            view.painter.is_plain() || label_columns + term::width(value) <= view.columns;
        // A value stays whole: it may be copied.
        if (!fits)
            return view.painter.styled(view.painter.dim(), label) + "\n  " + std::string(value) +
                   "\n";
        return (has_room ? swatch : "") + term::labeled(label, value, label_columns, view.painter);
    };
    const std::string above =
        has_room || swatch.empty() ? "" : swatch.substr(0, swatch.find_last_not_of(' ') + 1) + "\n";
    return above + line("hex", color::to_hex(shown.hex)) +
           (shown.in_srgb ? "" : line("gamut", "outside sRGB, mapped")) +
           line("name", shown.name.text()) + line("css name", shown.css_name.text()) +
           line("rgb", shown.rgb.text()) + line("hsl", shown.hsl.text()) +
           line("hwb", shown.hwb.text()) + line("lab", shown.lab.text()) +
           line("lch", shown.lch.text()) + line("oklab", shown.oklab.text()) +
           line("oklch", shown.oklch.text()) +
           line("on white", decimal_text(shown.on_white.hundredths())) +
           line("on black", decimal_text(shown.on_black.hundredths()));
}

constexpr std::array<Column, 1> made_columns{{{"made"}}};
const Printed printed_colors_made{.shape = &api::shape_of<ItemsOf<ColorMade>>,
                                  .columns = made_columns};

void append_tsv(Tsv& tsv, const ColorMade& made) {
    tsv.line(made_columns, made.made.text());
}

std::string text_of(const ColorMade& made, const View& view) {
    const std::string hex = color::to_hex(made.hex);
    const std::string given = term::safe_line(made.given.text());
    const std::string became = term::safe_line(made.made.text());
    if (view.painter.is_plain()) {
        const std::string named = term::named_hex(made.hex);
        return named + (became == hex || named == hex + " " + became ? "" : ": " + became) +
               (given == hex || given == became ? "" : ", given as " + given) + "\n";
    }
    return wide_swatch(made.hex, view) + hex + (became == hex ? "" : "  " + became) +
           (given == hex || given == became
                ? ""
                : "  " + view.painter.styled(view.painter.dim(), given)) +
           "\n";
}

ColorItems items_of(const std::vector<color::Color>& colors) {
    ColorItems items;
    for (const color::Color color : colors)
        items.items.push_back({color});
    return items;
}

const Printed printed_colors{.shape = &api::shape_of<ColorItems>, .columns = color_item_columns};

void append_tsv(Tsv& tsv, const ColorItem& item) {
    tsv.line(color_item_columns, color::to_hex(item.hex));
}

std::string text_of(const ColorItems& colors, const View& view) {
    std::vector<color::Color> plain;
    for (const ColorItem& item : colors.items)
        plain.push_back(item.hex);
    return term::swatches(plain, view.painter, view.columns);
}

ContrastShown contrast_shown(color::Color text, color::Color background) {
    const color::Color seen = color::over(text, background);
    const double ratio = color::wcag_contrast(seen, background);
    const double apca = color::apca_contrast(seen, background);
    return {.text = seen,
            .background = background,
            .ratio = contrast_of(ratio),
            .aa = ratio >= color::aa_contrast,
            .aa_large = ratio >= color::aa_large_contrast,
            .aaa = ratio >= color::aaa_contrast,
            .aaa_large = ratio >= color::aaa_large_contrast,
            .grade = color::wcag_grade(ratio),
            .apca = *LightnessContrast::from_hundredths(std::lround(apca * 100))};
}

constexpr std::array<Column, 3> wcag_columns{
    {{"ratio"}, {"grade", "AAA, AA, AA-large or none"}, {"apca"}}};
const Printed printed_contrast{.shape = &api::shape_of<ContrastShown>, .columns = wcag_columns};

void append_tsv(Tsv& tsv, const ContrastShown& shown) {
    tsv.line(wcag_columns, decimal_text(shown.ratio.hundredths()), api::word_of(shown.grade),
             decimal_text(shown.apca.hundredths()));
}

std::string text_of(const ContrastShown& shown, const View& view) {
    const auto painted = view.painter.styled(
        term::text_on(view.painter, shown.text, shown.background), " The quick brown fox ");
    const auto told = [&](color::Color color) {
        return view.painter.is_plain() ? term::named_hex(color) : color::to_hex(color);
    };
    const auto mark = [](bool is_enough) { return is_enough ? "pass" : "fail"; };
    const auto line = [&](std::string_view label, const std::string& value) {
        return term::labeled(label, value, contrast_columns, view.painter);
    };
    return (view.painter.is_plain() ? "" : painted + " ") + told(shown.text) + " on " +
           told(shown.background) + "\n" +
           line("WCAG 2", decimal_text(shown.ratio.hundredths()) + ", " +
                              (shown.grade == color::WcagGrade::none
                                   ? "not enough"
                                   : "enough for " + std::string(api::word_of(shown.grade)))) +
           line("AA", mark(shown.aa) + std::string(", large ") + mark(shown.aa_large)) +
           line("AAA", mark(shown.aaa) + std::string(", large ") + mark(shown.aaa_large)) +
           line("APCA", "Lc " + decimal_text(shown.apca.hundredths()));
}

}  // namespace palette::cli
