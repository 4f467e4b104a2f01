#include "lint/contrast.hpp"

#include "base/hundredths.hpp"
#include "color/contrast.hpp"
#include "lint/roles.hpp"

#include <algorithm>

namespace palette::lint {

namespace {

std::vector<std::size_t> places_of(std::span<const Swatch> palette,
                                   bool (*is_wanted)(std::string_view role)) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < palette.size(); ++i) {
        if (is_wanted(palette[i].role)) places.push_back(i);
    }
    return places;
}

double ratio_of(Conformance level) {
    return level == Conformance::aa ? color::aa_contrast : color::aaa_contrast;
}

std::string wants(Conformance level) {
    return std::string(conformance_words[static_cast<std::size_t>(level)]) + " wants " +
           two_decimals(ratio_of(level));
}

// Whichever they are, the darkest and the lightest have the most contrast with any color.
struct Extremes {
    std::size_t darkest = 0;
    std::size_t lightest = 0;
};

Extremes extremes_of(const std::vector<color::Color>& colors) {
    Extremes found;
    double least = color::wcag_contrast(colors.front(), color::black);
    double most = least;
    for (std::size_t i = 1; i < colors.size(); ++i) {
        const double above_black = color::wcag_contrast(colors[i], color::black);
        if (above_black < least) found.darkest = i;
        if (above_black > most) found.lightest = i;
        least = std::min(least, above_black);
        most = std::max(most, above_black);
    }
    return found;
}

void check_partners(std::span<const Swatch> palette, Conformance level, Findings& findings) {
    std::vector<color::Color> colors;
    colors.reserve(palette.size());
    for (const Swatch& swatch : palette)
        colors.push_back(color::on_white(swatch.color));
    if (colors.empty()) return;
    const Extremes ends = extremes_of(colors);
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const double with_dark = color::wcag_contrast(colors[i], colors[ends.darkest]);
        const double with_light = color::wcag_contrast(colors[i], colors[ends.lightest]);
        const double best = std::max(with_dark, with_light);
        if (best >= ratio_of(level)) continue;
        const std::size_t partner = with_dark > with_light ? ends.darkest : ends.lightest;
        std::vector<std::size_t> places{i};
        if (partner != i) places.push_back(partner);
        const bool goes_on = findings.add({.rule = RuleId::contrast,
                                           .places = std::move(places),
                                           .message = "the best contrast it has with another is " +
                                                      two_decimals(best) + ", " + wants(level),
                                           .measured = best,
                                           .wanted = ratio_of(level)});
        if (!goes_on) return;
    }
}

}  // namespace

void check_contrast(std::span<const Swatch> palette, Conformance level, Findings& findings) {
    const auto texts = places_of(palette, is_text_role);
    const auto backgrounds = places_of(palette, is_background_role);
    if (texts.empty() || backgrounds.empty()) return check_partners(palette, level, findings);
    std::size_t compared = 0;
    for (const std::size_t text : texts) {
        for (const std::size_t background : backgrounds) {
            if (++compared > most_comparisons) return findings.say_not_all_compared();
            const color::Color below = color::on_white(palette[background].color);
            const double ratio =
                color::wcag_contrast(color::over(palette[text].color, below), below);
            if (ratio >= ratio_of(level)) continue;
            const bool goes_on =
                findings.add({.rule = RuleId::contrast,
                              .places = {text, background},
                              .message = "the contrast of text and background is " +
                                         two_decimals(ratio) + ", " + wants(level),
                              .measured = ratio,
                              .wanted = ratio_of(level)});
            if (!goes_on) return;
        }
    }
}

}  // namespace palette::lint
