#include "lint/check.hpp"

#include "base/ascii.hpp"
#include "base/hundredths.hpp"
#include "color/contrast.hpp"
#include "color/convert.hpp"
#include "color/difference.hpp"
#include "color/vision.hpp"
#include "lint/contrast.hpp"
#include "lint/findings.hpp"
#include "lint/near_pairs.hpp"

#include <algorithm>
#include <map>

namespace palette::lint {

namespace {

using Palette = std::span<const Swatch>;

std::vector<color::Color> seen_on_white(Palette palette) {
    std::vector<color::Color> colors;
    colors.reserve(palette.size());
    for (const Swatch& swatch : palette)
        colors.push_back(color::on_white(swatch.color));
    return colors;
}

std::vector<color::Vector> labs_of(const std::vector<color::Color>& colors) {
    std::vector<color::Vector> labs;
    labs.reserve(colors.size());
    for (const color::Color color : colors)
        labs.push_back(color::convert(color::coordinates_of(color), color::Space::lab).values);
    return labs;
}

// Those that have the same key as one before; an empty key is none.
template <class Key, class KeyOf>
void check_duplicates(Palette palette, KeyOf key_of, const Finding& like, Findings& findings) {
    std::map<Key, std::size_t> first;
    for (std::size_t i = 0; i < palette.size(); ++i) {
        const std::optional<Key> key = key_of(palette[i]);
        if (!key) continue;
        const auto [known, is_new] = first.emplace(*key, i);
        if (is_new) continue;
        Finding finding = like;
        finding.places = {known->second, i};
        if (!findings.add(std::move(finding))) return;
    }
}

// Who wants colors to differ gets an error here, and the same two not again from too-similar.
void check_colors(Palette palette, const Wanted& wanted, Findings& findings) {
    const auto level = wanted.distinct ? std::optional(Level::error) : std::nullopt;
    check_duplicates<color::Color>(
        palette, [](const Swatch& swatch) { return std::optional(swatch.color); },
        {.rule = RuleId::duplicate_color, .message = "the same color", .level = level}, findings);
}

void check_names(Palette palette, Findings& findings) {
    const auto name_of = [](const Swatch& swatch) {
        return swatch.name.empty() ? std::nullopt : std::optional(to_lower(swatch.name));
    };
    check_duplicates<std::string>(
        palette, name_of, {.rule = RuleId::duplicate_name, .message = "the same name"}, findings);
}

void check_unnamed(Palette palette, Findings& findings) {
    const auto is_unnamed = [](const Swatch& swatch) { return swatch.name.empty(); };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(palette, is_unnamed));
    if (count == 0 || count == palette.size()) return;
    const auto first = std::ranges::find_if(palette, is_unnamed) - palette.begin();
    static_cast<void>(
        findings.add({.rule = RuleId::unnamed,
                      .places = {static_cast<std::size_t>(first)},
                      .message = std::to_string(count) + " of " + std::to_string(palette.size()) +
                                 " colors have no name, this is the first"}));
}

void check_transparent(Palette palette, Findings& findings) {
    for (std::size_t i = 0; i < palette.size(); ++i) {
        if (palette[i].color.a == color::Color{}.a) continue;
        if (!findings.add(
                {.rule = RuleId::transparent, .places = {i}, .message = "it is not opaque"}))
            return;
    }
}

void check_count(Palette palette, std::size_t most, Findings& findings) {
    if (palette.size() <= most) return;
    static_cast<void>(
        findings.add({.rule = RuleId::too_many_colors,
                      .message = std::to_string(palette.size()) + " colors, at most " +
                                 std::to_string(most) + " are wanted",
                      .measured = static_cast<double>(palette.size()),
                      .wanted = static_cast<double>(most)}));
}

void check_distinct(Palette palette, double least, Findings& findings) {
    const auto labs = labs_of(seen_on_white(palette));
    const auto take = [&](const Pair& pair) {
        if (palette[pair.one].color == palette[pair.other].color) return Search::goes_on;
        const bool goes_on =
            findings.add({.rule = RuleId::too_similar,
                          .places = {pair.one, pair.other},
                          .message = "they differ by " + two_decimals(pair.difference) + ", " +
                                     two_decimals(least) + " is wanted",
                          .measured = pair.difference,
                          .wanted = least});
        return goes_on ? Search::goes_on : Search::ends;
    };
    if (!each_near_pair(labs, least, take)) findings.say_not_all_compared();
}

struct Lack {
    color::Deficiency deficiency;
    std::string_view of;
};
constexpr std::array lacks{
    Lack{color::Deficiency::protan, "without cones of red"},
    Lack{color::Deficiency::deutan, "without cones of green"},
    Lack{color::Deficiency::tritan, "without cones of blue"},
};

void check_vision(Palette palette, Findings& findings) {
    const auto colors = seen_on_white(palette);
    const auto labs = labs_of(colors);
    for (const Lack& lack : lacks) {
        std::vector<color::Color> seen = colors;
        for (color::Color& color : seen)
            color = color::seen_with(lack.deficiency, 1, color);
        const auto take = [&](const Pair& pair) {
            const double whole = color::delta_e_2000(labs[pair.one], labs[pair.other]);
            if (whole < well_apart) return Search::goes_on;
            const bool goes_on = findings.add(
                {.rule = RuleId::cvd_confusable,
                 .places = {pair.one, pair.other},
                 .message = std::string(lack.of) + " they differ by " +
                            two_decimals(pair.difference) + " instead of " + two_decimals(whole),
                 .measured = pair.difference,
                 .wanted = hardly_apart});
            return goes_on ? Search::goes_on : Search::ends;
        };
        if (!each_near_pair(labs_of(seen), hardly_apart, take)) findings.say_not_all_compared();
    }
}

void apply(RuleId rule, Palette palette, const Wanted& wanted, Findings& findings) {
    switch (rule) {
        case RuleId::contrast:
            if (wanted.wcag) check_contrast(palette, *wanted.wcag, findings);
            return;
        case RuleId::cvd_confusable:
            if (wanted.cvd) check_vision(palette, findings);
            return;
        case RuleId::duplicate_color:
            return check_colors(palette, wanted, findings);
        case RuleId::duplicate_name:
            return check_names(palette, findings);
        case RuleId::too_many_colors:
            if (wanted.max) check_count(palette, *wanted.max, findings);
            return;
        case RuleId::too_similar:
            if (wanted.distinct) check_distinct(palette, *wanted.distinct, findings);
            return;
        case RuleId::transparent:
            return check_transparent(palette, findings);
        case RuleId::unnamed:
            return check_unnamed(palette, findings);
    }
}

}  // namespace

std::vector<Finding> check(std::span<const Swatch> palette, const Wanted& wanted) {
    std::vector<Finding> all;
    for (const Rule& rule : all_rules()) {
        if (std::ranges::count(wanted.ignored, rule.id) > 0) continue;
        Findings findings(rule.id);
        apply(rule.id, palette, wanted, findings);
        std::ranges::move(std::move(findings).take(), std::back_inserter(all));
    }
    return all;
}

}  // namespace palette::lint
