#include "color/mix.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <cmath>

namespace palette::color {

namespace {

constexpr double turn = 360;

// Whether a component of one space means what one of another does, so that what is missing there
// is missing here. CSS pairs lightness, colorfulness and hue by what they are, and the others by
// their place.
bool are_analogous(const SpaceFacts& from, std::size_t i, const SpaceFacts& to, std::size_t j) {
    const Component& one = from.components[i];
    const Component& other = to.components[j];
    if (one.role != Role::amount || other.role != Role::amount) return one.role == other.role;
    return i == j && from.has_function == to.has_function;
}

Coordinates carried(const Coordinates& color, Space space) {
    Coordinates converted = convert(color, space);
    if (color.space == space) return converted;
    const SpaceFacts& from = facts_of(color.space);
    const SpaceFacts& to = facts_of(space);
    for (std::size_t i = 0; i < from.components.size(); ++i) {
        if (!color.missing.has(i)) continue;
        for (std::size_t j = 0; j < to.components.size(); ++j) {
            if (are_analogous(from, i, to, j)) converted.missing.add(j);
        }
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

// How far to go from one hue to the other.
double arc(double from, double to, HueWay way) {
    const double ahead = std::fmod(std::fmod(to - from, turn) + turn, turn);
    const double behind = ahead == 0 ? 0 : ahead - turn;
    switch (way) {
        case HueWay::shorter:
            return ahead <= turn / 2 ? ahead : behind;
        case HueWay::longer:
            return ahead == 0 || ahead > turn / 2 ? ahead : behind;
        case HueWay::increasing:
            return ahead;
        case HueWay::decreasing:
            return behind;
    }
    return ahead;
}

double between_hues(double from, double to, double share, HueWay way) {
    const double hue = std::fmod(from + share * arc(from, to, way), turn);
    return hue < 0 ? hue + turn : hue;
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
            mixed.values[i] = between_hues(from.values[i], to.values[i], share, mixing.hue);
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
    std::vector<Coordinates> colors;
    colors.reserve(steps);
    const double legs = static_cast<double>(through.size() - 1);
    for (std::size_t i = 0; i < steps; ++i) {
        const double way =
            steps == 1 ? 0 : static_cast<double>(i) * legs / static_cast<double>(steps - 1);
        const auto leg =
            std::min(static_cast<std::size_t>(way), through.size() < 2 ? 0 : through.size() - 2);
        const auto& end = through[std::min(leg + 1, through.size() - 1)];
        colors.push_back(mix(through[leg], end, way - static_cast<double>(leg), mixing));
    }
    return colors;
}

}  // namespace palette::color
