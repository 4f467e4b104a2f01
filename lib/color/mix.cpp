#include "color/mix.hpp"

#include "base/check.hpp"
#include "color/hue.hpp"

#include <algorithm>
#include <cmath>

namespace palette::color {

namespace {

// In the space to mix in. What was missing is missing there too, where that has a component that
// means the same.
Coordinates carried(const Coordinates& color, Space space) {
    Coordinates converted = convert(color, space);
    if (color.space == space) return converted;
    const auto& from = facts_of(color.space).components;
    const auto& to = facts_of(space).components;
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (!color.missing.has(i) || from[i].analog == Analog::none) continue;
        const auto same = std::ranges::find(to, from[i].analog, &Component::analog);
        if (same == to.end()) continue;
        const auto place = static_cast<std::size_t>(same - to.begin());
        converted.missing.add(place);
        converted.values[place] = 0;
    }
    return converted;
}

// Where one lacks something, both have the other's; where both do, it stays missing.
void fill(Coordinates& one, Coordinates& other) {
    for (std::size_t i = 0; i <= Missing::alpha; ++i) {
        const bool is_missing = one.missing.has(i);
        if (is_missing == other.missing.has(i)) continue;
        Coordinates& lacking = is_missing ? one : other;
        const Coordinates& having = is_missing ? other : one;
        lacking.missing.remove(i);
        if (i == Missing::alpha) {
            lacking.alpha = having.alpha;
        } else {
            lacking.values[i] = having.values[i];
        }
    }
}

// How far to go from one hue to the other, both within a turn. Source: CSS Color 4, section 12.4.
double arc(double from, double to, HueWay way) {
    const double across = to - from;
    switch (way) {
        case HueWay::shorter:
            if (across > turn / 2) return across - turn;
            return across < -turn / 2 ? across + turn : across;
        case HueWay::longer:
            if (across > 0 && across < turn / 2) return across - turn;
            return across > -turn / 2 && across <= 0 ? across + turn : across;
        case HueWay::increasing:
            return across < 0 ? across + turn : across;
        case HueWay::decreasing:
            return across > 0 ? across - turn : across;
    }
    return across;
}

double hue_between(double from, double to, double share, HueWay way) {
    const double begin = in_turn(from);
    return in_turn(begin + share * arc(begin, in_turn(to), way));
}

double weight_of(const Coordinates& color) {
    return color.missing.has(Missing::alpha) ? 1 : color.alpha;
}

}  // namespace

Coordinates mix(const Coordinates& one, const Coordinates& other, double share,
                const Mixing& mixing) {
    Coordinates from = carried(one, mixing.space);
    Coordinates to = carried(other, mixing.space);
    fill(from, to);
    Coordinates mixed{.space = mixing.space,
                      .alpha = std::lerp(from.alpha, to.alpha, share),
                      .missing = from.missing};
    const double alpha = std::lerp(weight_of(from), weight_of(to), share);
    const auto hue = hue_of(mixing.space);
    for (std::size_t i = 0; i < mixed.values.size(); ++i) {
        if (i == hue) {
            mixed.values[i] = hue_between(from.values[i], to.values[i], share, mixing.hue);
        } else {
            const double premultiplied =
                std::lerp(from.values[i] * weight_of(from), to.values[i] * weight_of(to), share);
            mixed.values[i] = alpha == 0 ? 0 : premultiplied / alpha;
        }
    }
    return mixed;
}

std::vector<Coordinates> gradient(const std::vector<Coordinates>& through, std::size_t steps,
                                  const Mixing& mixing) {
    CHECK_INVARIANT(!through.empty() && steps > 0);
    std::vector<Coordinates> stops;
    stops.reserve(through.size());
    for (const Coordinates& color : through)
        stops.push_back(carried(color, mixing.space));
    std::vector<Coordinates> colors;
    colors.reserve(steps);
    const double legs = static_cast<double>(stops.size() - 1);
    for (std::size_t i = 0; i < steps; ++i) {
        const double way =
            steps == 1 ? 0 : static_cast<double>(i) * legs / static_cast<double>(steps - 1);
        const auto leg =
            std::min(static_cast<std::size_t>(way), stops.size() < 2 ? 0 : stops.size() - 2);
        const auto& end = stops[std::min(leg + 1, stops.size() - 1)];
        colors.push_back(mix(stops[leg], end, way - static_cast<double>(leg), mixing));
    }
    return colors;
}

}  // namespace palette::color
