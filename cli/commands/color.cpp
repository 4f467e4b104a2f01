#include "cli/commands/color.hpp"

#include "cli/render/color.hpp"
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

// What `make` makes of each color that is given.
template <class Make>
Result<Exit> make_each(Context& context, const ColorArguments& colors, Make make) {
    Items<ColorMade> items(context);
    const auto read = each_color(context, colors, [&](const GivenColor& given) -> Result<void> {
        ColorMade made = make(given.notation.color);
        made.given = api::cut_line(given.text);
        items.add(made);
        return {};
    });
    items.finish();
    if (!read) return refuse(read.error());
    return Exit::done;
}

ColorMade made_of(std::string_view text, color::Color color) {
    return {.given = api::Line(api::Blank{}), .made = api::cut_line(text), .hex = color};
}

}  // namespace

Result<Exit> ColorShow::run(Context& context) const {
    Items<ColorShown> items(context);
    const auto read = each_color(context, color, [&](const GivenColor& given) -> Result<void> {
        items.add(shown_color(given.notation.color));
        return {};
    });
    items.finish();
    if (!read) return refuse(read.error());
    return Exit::done;
}

Result<Exit> ColorConvert::run(Context& context) const {
    return make_each(context, color, [&](const color::Coordinates& given) {
        const color::Color plain = color::to_color(given);
        return made_of(written(given, plain, to), plain);
    });
}

Result<Exit> ColorName::run(Context& context) const {
    return make_each(context, color, [&](const color::Coordinates& given) {
        const color::Color plain = color::to_color(given);
        const auto nearest = css ? color::nearest_css_name(plain) : color::nearest_name(plain);
        return made_of(nearest.named.name, plain);
    });
}

Result<Exit> ColorContrast::run(Context& context) const {
    const auto above = one_color(context, text, "TEXT");
    if (!above) return refuse(above.error());
    const auto below = one_color(context, background, "BACKGROUND");
    if (!below) return refuse(below.error());
    constexpr color::Color white{0xff, 0xff, 0xff};
    // A background that lets something through is taken to stand on white.
    const color::Color opaque = color::over(color::to_color(below->color), white);
    print(context, contrast_shown(color::to_color(above->color), opaque));
    return Exit::done;
}

Result<Exit> ColorSimulate::run(Context& context) const {
    const double share = static_cast<double>(severity.number()) / severity_rule.greatest;
    return make_each(context, color, [&](const color::Coordinates& given) {
        const color::Color seen = color::seen_with(deficiency, share, color::to_color(given));
        return made_of(color::to_hex(seen), seen);
    });
}

}  // namespace palette::cli
