#include "cli/commands/color_mix.hpp"

#include "cli/render/color.hpp"
#include "cli/render/print.hpp"
#include "color/gamut.hpp"
#include "color/harmony.hpp"
#include "color/mix.hpp"

namespace palette::cli {

namespace {

Result<Exit> print_colors(Context& context, const std::vector<color::Color>& colors) {
    print_page(context, items_of(colors), "");
    return Exit::done;
}

std::vector<color::Color> plain(const std::vector<color::Coordinates>& colors) {
    std::vector<color::Color> made;
    made.reserve(colors.size());
    for (const color::Coordinates& one : colors)
        made.push_back(color::to_color(one));
    return made;
}

}  // namespace

Result<Exit> ColorMix::run(Context& context) const {
    const auto one = one_color(context, color, "COLOR");
    if (!one) return refuse(one.error());
    const auto other = one_color(context, with, "WITH");
    if (!other) return refuse(other.error());
    const double part = static_cast<double>(share.number()) / percent_rule.greatest;
    return print_colors(context, plain({color::mix(one->color, other->color, part, {in, hue})}));
}

Result<Exit> ColorGradient::run(Context& context) const {
    const auto through = all_colors(context, color);
    if (!through) return refuse(through.error());
    if (through->size() < 2) {
        return refuse(ErrorKind::invalid_argument, "color",
                      "a gradient leads from one color to another", "name two colors or more");
    }
    const auto count = static_cast<std::size_t>(steps.number());
    if (count < through->size()) {
        const std::string given = std::to_string(through->size());
        return refuse(
            ErrorKind::invalid_argument, "steps",
            "--steps " + std::to_string(count) + ": it leads through " + given + " colors",
            "--steps " + given + " or more");
    }
    return print_colors(context, plain(color::gradient(*through, count, {in, hue})));
}

Result<Exit> ColorScale::run(Context& context) const {
    const auto own = one_color(context, color, "COLOR");
    if (!own) return refuse(own.error());
    const auto count = static_cast<std::size_t>(steps.number());
    return print_colors(context, color::scale_of(color::to_color(own->color), count));
}

Result<Exit> ColorHarmony::run(Context& context) const {
    const auto own = one_color(context, color, "COLOR");
    if (!own) return refuse(own.error());
    return print_colors(context, color::harmony_of(color::to_color(own->color), kind));
}

}  // namespace palette::cli
