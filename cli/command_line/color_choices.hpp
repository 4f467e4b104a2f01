// The words for choices of lib/color, which the library knows nothing of; found beside its
// enumerations.
#pragma once

#include "api/choice.hpp"
#include "color/harmony.hpp"
#include "color/mix.hpp"
#include "color/sort.hpp"
#include "color/space.hpp"
#include "color/vision.hpp"

#include <array>

namespace palette::color {

constexpr api::ChoiceRule choice_rule(Space) {
    return {"ColorSpace", "a color space", space_names};
}

inline constexpr std::array<std::string_view, 4> hue_way_words{"shorter", "longer", "increasing",
                                                               "decreasing"};
constexpr api::ChoiceRule choice_rule(HueWay) {
    return {"HueDirection", "the way around the circle", hue_way_words};
}

constexpr api::ChoiceRule choice_rule(Harmony) {
    return {"HarmonyKind", "a harmony", harmony_names};
}

constexpr api::ChoiceRule choice_rule(Property) {
    return {"ColorProperty", "a property", property_names};
}

inline constexpr std::array<std::string_view, 3> deficiency_words{"protan", "deutan", "tritan"};
constexpr api::ChoiceRule choice_rule(Deficiency) {
    return {"Deficiency", "of red, of green, or of blue", deficiency_words};
}

}  // namespace palette::color
