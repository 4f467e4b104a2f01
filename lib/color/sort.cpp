#include "color/sort.hpp"

#include "color/contrast.hpp"
#include "color/difference.hpp"
#include "color/gamut.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace palette::color {

namespace {

Vector in(const Coordinates& color, Space space) {
    return convert(color.values, color.space, space);
}

SortKey by_hue(const Vector& oklch) {
    if (oklch[1] < gray_chroma) return {0, oklch[0]};
    return {1, oklch[2]};
}

}  // namespace

SortKey sort_key(const Coordinates& color, Property property, Color reference) {
    switch (property) {
        case Property::hue:
            return by_hue(in(color, Space::oklch));
        case Property::lightness:
            return {0, in(color, Space::oklch)[0]};
        case Property::chroma:
            return {0, in(color, Space::oklch)[1]};
        case Property::luminance:
            return {0, in(color, Space::xyz_d65)[1]};
        case Property::contrast:
            return {0, wcag_contrast(to_color(color), reference)};
        case Property::difference:
            return {0, delta_e_ok(in(color, Space::oklab),
                                  in(coordinates_of(reference), Space::oklab))};
    }
    return {};
}

std::vector<std::size_t> order_of(std::span<const SortKey> keys, Direction direction) {
    std::vector<std::size_t> places(keys.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    const auto key = [&](std::size_t place) { return keys[place]; };
    if (direction == Direction::ascending) {
        std::ranges::stable_sort(places, std::ranges::less{}, key);
    } else {
        std::ranges::stable_sort(places, std::ranges::greater{}, key);
    }
    return places;
}

}  // namespace palette::color
