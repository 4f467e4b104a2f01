#include "cli/commands/color_distinct.hpp"

#include "cli/input/color_stream.hpp"
#include "cli/render/print.hpp"
#include "color/distinct.hpp"
#include "color/gamut.hpp"

namespace palette::cli {

namespace {

Result<std::vector<color::Color>> read(const Context& context, const FewColors& words,
                                       std::string_view place) {
    std::vector<color::Color> colors;
    for (const ColorText& word : words) {
        const auto one = one_color(context, word, place);
        if (!one) return refuse(one.error());
        colors.push_back(color::to_color(one->color));
    }
    return colors;
}

}  // namespace

Result<Exit> ColorDistinct::run(Context& context) const {
    const auto given = read(context, from, "--from");
    if (!given) return refuse(given.error());
    const auto grounds = read(context, on, "--on");
    if (!grounds) return refuse(grounds.error());
    const auto wanted = static_cast<std::size_t>(count.number());
    if (given->size() > wanted) {
        return refuse(ErrorKind::invalid_argument, "from",
                      "--from: " + std::to_string(given->size()) + " colors are more than the " +
                          std::to_string(wanted) + " wanted in all");
    }
    const color::Eyes eyes = cvd ? color::Eyes::any : color::Eyes::full;
    const auto colors = color::distinct_colors({.count = wanted,
                                                .from = *given,
                                                .on = *grounds,
                                                .measure = by,
                                                .eyes = eyes,
                                                .seed = static_cast<std::uint64_t>(seed.number())});
    if (!colors) {
        return refuse(ErrorKind::invalid_argument, "on",
                      "--on: no color has a contrast of 3 on all of these backgrounds",
                      "leave one of them out");
    }
    print_page(context, distinct_shown(*colors, by, eyes), "");
    return Exit::done;
}

}  // namespace palette::cli
