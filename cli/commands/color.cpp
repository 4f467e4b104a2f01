#include "cli/commands/color.hpp"

#include "cli/render/color.hpp"
#include "cli/render/color_named.hpp"
#include "cli/render/color_seen.hpp"
#include "cli/render/items.hpp"
#include "color/contrast.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"
#include "color/naming.hpp"
#include "color/vision.hpp"

namespace palette::cli {

namespace {

// `plain` is the color of the screen.
std::string written(const color::Coordinates& color, color::Color plain, ColorNotation notation) {
    if (notation == ColorNotation::hex) return color::to_hex(plain);
    if (notation == ColorNotation::rgb) return color::to_css({color::coordinates_of(plain), true});
    const auto place = static_cast<std::size_t>(notation) - notations_of_8_bits;
    return color::to_css(color::convert(color, static_cast<color::Space>(place)));
}

// What `made_of` makes of each color that is given, as they come.
template <class T, class MadeOf>
Result<Exit> print_each(Context& context, const ColorArguments& colors, MadeOf made_of,
                        std::string_view gap = {}) {
    Items<T> items(context, gap);
    const auto read = each_color(context, colors, [&](const GivenColor& given) -> Result<void> {
        items.add(made_of(given));
        return {};
    });
    items.finish();
    if (!read) return refuse(read.error());
    return Exit::done;
}

}  // namespace

Result<Exit> ColorShow::run(Context& context) const {
    return print_each<ColorShown>(
        context, color, [](const GivenColor& given) { return shown_color(given.notation.color); },
        "\n");
}

Result<Exit> ColorConvert::run(Context& context) const {
    return print_each<ColorMade>(context, color, [&](const GivenColor& given) -> ColorMade {
        const color::Color plain = color::to_color(given.notation.color);
        return {.given = api::cut_line(given.text),
                .made = api::cut_line(written(given.notation.color, plain, to)),
                .hex = plain};
    });
}

Result<Exit> ColorName::run(Context& context) const {
    return print_each<ColorNamed>(context, color, [&](const GivenColor& given) {
        const color::Color plain = color::to_color(given.notation.color);
        return shown_name(given.text, plain,
                          css ? color::nearest_css_name(plain) : color::nearest_name(plain));
    });
}

Result<Exit> ColorContrast::run(Context& context) const {
    const auto above = one_color(context, text, "TEXT");
    if (!above) return refuse(above.error());
    const auto below = one_color(context, background, "BACKGROUND");
    if (!below) return refuse(below.error());
    const color::Color opaque = color::on_white(color::to_color(below->color));
    print(context, contrast_shown(color::to_color(above->color), opaque));
    return Exit::done;
}

Result<Exit> ColorSimulate::run(Context& context) const {
    const double share = static_cast<double>(severity.number()) / severity_rule.greatest;
    return print_each<ColorSeen>(context, color, [&](const GivenColor& given) -> ColorSeen {
        const color::Color plain = color::to_color(given.notation.color);
        return {.given = api::cut_line(given.text),
                .hex = plain,
                .seen = color::seen_with(deficiency, share, plain)};
    });
}

}  // namespace palette::cli
