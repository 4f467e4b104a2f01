#include "cli/commands/color_sort.hpp"

#include "cli/render/color.hpp"
#include "cli/render/items.hpp"
#include "color/contrast.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"

namespace palette::cli {

namespace {

struct Held {
    color::Color hex;
    std::string given;
};

}  // namespace

Result<Exit> ColorSort::run(Context& context) const {
    const auto measured_from = one_color(context, reference, "--reference");
    if (!measured_from) return refuse(measured_from.error());
    const color::Color from = color::to_color(measured_from->color);
    std::vector<Held> held;
    std::vector<color::SortKey> keys;
    const auto read = each_color(context, color, [&](const GivenColor& given) -> Result<void> {
        if (held.size() == most_sorted_colors) {
            return refuse(ErrorKind::invalid_argument, "color",
                          "more than " + std::to_string(most_sorted_colors) + " colors to sort");
        }
        const color::Coordinates& own = given.notation.color;
        held.push_back({color::to_color(own), std::string(given.text)});
        keys.push_back(color::sort_key(own, by, from));
        return {};
    });
    if (!read) return refuse(read.error());
    const auto direction = reverse ? color::Direction::descending : color::Direction::ascending;
    Items<ColorMade> items(context);
    for (const std::size_t place : color::order_of(keys, direction)) {
        const Held& one = held[place];
        items.add({.given = api::cut_line(one.given),
                   .made = api::cut_line(color::to_hex(one.hex)),
                   .hex = one.hex});
    }
    items.finish();
    return Exit::done;
}

}  // namespace palette::cli
