#include "color/perception.hpp"

#include "color/convert.hpp"
#include "color/difference.hpp"
#include "color/vision.hpp"

#include <algorithm>
#include <limits>

namespace palette::color {

Perception::Perception(Measure measure, Eyes eyes)
    : measure_(measure), kinds_(eyes == Eyes::full ? 1 : Perceived{}.by_eyes.size()) {}

Perceived Perception::of(Color color) const {
    const auto place = [&](Color seen) {
        return convert(coordinates_of(seen).values, Space::srgb,
                       measure_ == Measure::ok ? Space::oklab : Space::lab);
    };
    Perceived perceived{.color = color};
    perceived.by_eyes[0] = place(color);
    if (kinds_ == 1) return perceived;
    perceived.by_eyes[1] = place(seen_with(Deficiency::protan, 1, color));
    perceived.by_eyes[2] = place(seen_with(Deficiency::deutan, 1, color));
    perceived.by_eyes[3] = place(seen_with(Deficiency::tritan, 1, color));
    return perceived;
}

double Perception::difference(const Perceived& one, const Perceived& other) const {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < kinds_; ++i) {
        least = std::min(least, measure_ == Measure::ok
                                    ? delta_e_ok(one.by_eyes[i], other.by_eyes[i])
                                    : delta_e_2000(one.by_eyes[i], other.by_eyes[i]));
    }
    return least;
}

}  // namespace palette::color
