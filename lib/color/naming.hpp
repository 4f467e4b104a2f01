// What people call a color: the nearest that has a name. Alpha takes no part.
//
// The first call of a process prepares the list, about a millisecond of it for the long one; after
// that each compares with all of it. Any thread.
#pragma once

#include "color/css_names.hpp"

namespace palette::color {

struct Naming {
    NamedColor named{};
    double difference = 0;  // delta_e_ok
};

// Of the 148 of CSS; of those that share a color, the first in the alphabet.
[[nodiscard]] Naming nearest_css_name(Color color);

// Of some 15,800 (data/README.md), but the name of CSS where that is exact: all say it so.
[[nodiscard]] Naming nearest_name(Color color);

}  // namespace palette::color
