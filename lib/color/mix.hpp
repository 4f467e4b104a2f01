// Colors between two colors.
//
// Source: CSS Color Module Level 4, section 12 "Color Interpolation".
#pragma once

#include "color/convert.hpp"

#include <cstdint>
#include <vector>

namespace palette::color {

// Which way around the circle a hue goes.
enum class HueWay : std::uint8_t { shorter, longer, increasing, decreasing };

struct Mixing {
    Space space = Space::oklab;
    HueWay hue = HueWay::shorter;
};

// So much of the second: 0 is the first and 1 the second. With alpha premultiplied; what one of
// them lacks is the other's. In the space of the mixing.
[[nodiscard]] Coordinates mix(const Coordinates& one, const Coordinates& other, double share,
                              const Mixing& mixing);

// So many colors, at equal steps along a line through all of them. `through` has one or more;
// `steps` is 1 or more, and of one color all are it.
[[nodiscard]] std::vector<Coordinates> gradient(const std::vector<Coordinates>& through,
                                                std::size_t steps, const Mixing& mixing);

}  // namespace palette::color
